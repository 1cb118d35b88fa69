//! Why a response can't be judged, in words for authors.

use jalon_engine::id::GapId;
use jalon_engine::kind::NotReady;

use super::number::unread;

/// Why a response can't be judged.
pub(crate) fn not_ready(reason: &NotReady) -> String {
    let words = match reason {
        NotReady::Number(why) => return unread(why),
        NotReady::Gaps(problems) => {
            let problem =
                |(id, why): &(GapId, NotReady)| format!("in gap `{id}`: {}", not_ready(why));
            let problems: Vec<String> = problems.iter().map(problem).collect();
            return problems.join("; ");
        }
        NotReady::Empty => "there is nothing in it",
        NotReady::Unfinished => "something is still missing",
        NotReady::TooLong => "it is too long",
        NotReady::TooMany => "only one choice may be picked",
        NotReady::PickMore(least) => return format!("at least {least} choices have to be picked"),
        NotReady::PickFewer(most) => return format!("at most {most} choices may be picked"),
        NotReady::UnknownChoice => "it names something that the question doesn't have",
        NotReady::Twice => "it names something twice that can be given once",
        NotReady::OtherKind => "it answers another kind of question",
        reason => return reason.to_string(),
    };
    words.to_owned()
}
