//! Dragging, from one place in the window to another.

use std::thread;
use std::time::Duration;

use serde_json::json;

use super::Page;

impl Page {
    /// Takes hold with the mouse, moves it in steps as a hand would, and lets go.
    #[track_caller]
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let event = |kind, (x, y): (f64, f64)| {
            let button = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
            self.tell("Input.dispatchMouseEvent", &button);
        };
        event("mousePressed", from);
        steps(from, to).for_each(|place| event("mouseMoved", place));
        event("mouseReleased", to);
    }

    /// The same with a finger.
    #[track_caller]
    pub fn drag_by_touch(&self, from: (f64, f64), to: (f64, f64)) {
        let event = |kind, points: &[(f64, f64)]| {
            let points = points.iter().map(|(x, y)| json!({ "x": x, "y": y }));
            let touch = json!({ "type": kind, "touchPoints": points.collect::<Vec<_>>() });
            self.tell("Input.dispatchTouchEvent", &touch);
        };
        event("touchStart", &[from]);
        steps(from, to).for_each(|place| event("touchMove", &[place]));
        // A finger that lets go on the move flings, and the next tap would only stop that.
        thread::sleep(Duration::from_millis(150));
        event("touchMove", &[to]);
        event("touchEnd", &[]);
    }
}

/// Ten places on the way, the last one the end.
fn steps(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    (1..=10).map(move |step| {
        let part = f64::from(step) / 10.0;
        (
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        )
    })
}
