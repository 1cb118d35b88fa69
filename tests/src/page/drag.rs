//! Dragging, from one place in the window to another.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::Page;

/// Between two places of a finger on its way, in seconds by its own clock.
const STEP: f64 = 0.016;

/// How long a finger rests before it lets go.
const REST: f64 = 0.3;

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
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let mut at = now.unwrap_or_default().as_secs_f64() - 1.0;
        let mut event = |kind, points: &[(f64, f64)], seconds| {
            at += seconds;
            let points = points.iter().map(|(x, y)| json!({ "x": x, "y": y }));
            let points: Vec<_> = points.collect();
            let touch = json!({ "type": kind, "touchPoints": points, "timestamp": at });
            self.tell("Input.dispatchTouchEvent", &touch);
        };
        event("touchStart", &[from], 0.0);
        steps(from, to).for_each(|place| event("touchMove", &[place], STEP));
        // A finger that lets go on the move flings, and the next tap would only stop that.
        event("touchMove", &[to], REST);
        event("touchEnd", &[], STEP);
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
