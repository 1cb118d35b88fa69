//! What holds under every policy.

use super::*;

/// What a learner may do at a question.
#[derive(Debug, Clone)]
enum Act {
    Answer(bool),
    Type(String),
    Withdraw,
    Check,
    Hint,
    Sure(Certainty),
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        any::<bool>().prop_map(Act::Answer),
        any::<String>().prop_map(Act::Type),
        Just(Act::Withdraw),
        Just(Act::Check),
        Just(Act::Check),
        Just(Act::Hint),
        prop::sample::select(Certainty::ALL.to_vec()).prop_map(Act::Sure),
    ]
}

fn act(session: &mut Session, id: &QuestionId, act: &Act) -> Result<Step, Refusal> {
    match act {
        Act::Answer(true) => answer_right(session, id),
        Act::Answer(false) => answer_wrong(session, id),
        Act::Type(text) => respond(session, id, Response::Text(text.clone())),
        Act::Withdraw => respond(session, id, Response::Nothing),
        Act::Check => check(session, id),
        Act::Hint => hint(session, id),
        Act::Sure(certainty) => session.apply(Event::Sure {
            question: *id,
            certainty: *certainty,
            reading: Reading::Both,
            at: Moment(3),
        }),
    }
}

fn any_policy() -> impl Strategy<Value = (Value, Value)> {
    let names = |names: &'static [&'static str]| prop::sample::select(names);
    (
        names(&["at-once", "after-submit", "after-last-attempt"]),
        names(&["verdict", "key", "explanation"]),
        any::<bool>(),
        (1u16..=20, 0u16..=100, 0u16..=100),
    )
        .prop_map(|(at, show, certainty, (tries, penalty, hint_cost))| {
            let mut settings = when(at, show);
            settings["certainty"] = certainty.into();
            let allowance = json!({"tries": tries, "penalty": penalty, "hint_cost": hint_cost});
            (settings, allowance)
        })
}

proptest! {
    #[test]
    fn whatever_is_done_marks_stay_within_bounds_and_what_is_kept_reads_the_same(
        (settings, allowance) in any_policy(),
        acts in prop::collection::vec((0usize..6, any_act()), 0..30),
        earlier in 0usize..4,
    ) {
        let module = module(&settings, &allowance, 3);
        let mut session = start(&module);
        session.set_earlier(earlier);
        let ids = questions(&session);
        for (n, one) in &acts {
            let before = session.given().clone();
            let settled = session.is_settled(&ids[*n]);
            match act(&mut session, &ids[*n], one) {
                Ok(Step::Keep(id, given)) => {
                    prop_assert!(!settled, "a settled answer stays");
                    let saved = Saved::Given(given);
                    let key: Key = format!("jalon:b:given:a-1:{id}").parse().unwrap();
                    prop_assert_eq!(Saved::read(&key, &saved.to_text()), Ok(saved));
                }
                _ => prop_assert_eq!(&before, session.given(), "a refusal changes nothing"),
            }
            let allowed = module.question(&ids[*n]).unwrap().allowance;
            let used = session.used(&ids[*n]);
            prop_assert!(used.tries <= allowed.tries && used.hints <= 3);
        }
        let resumed = Session::resume(module.clone(), session.head().clone(), session.given(), None);
        prop_assert_eq!(resumed.given(), session.given());
        for id in &ids {
            prop_assert_eq!(feedback::of(&resumed, id), feedback::of(&session, id));
        }
        hand_in(&mut session);
        for id in &ids {
            let (score, mark) = (session.question_score(id), session.question_mark(id));
            let full = i64::from(score.possible()) * PARTS as i64;
            prop_assert!(i64::try_from(score.earned_parts()).unwrap() <= full);
            prop_assert!((-2 * full..=full).contains(&mark.earned_parts()));
            if settings["certainty"] == false {
                prop_assert_eq!(mark, Mark::from(score));
            }
            if session.outcome(id).is_none() {
                prop_assert_eq!(mark.earned_parts(), 0, "no answer, no mark");
            }
            prop_assert_eq!(json::read::<Mark>(&json::write(&mark)), Ok(mark));
        }
        let attempt = Attempt::of(&session).unwrap();
        prop_assert_eq!(attempt.mark(), session.mark().unwrap());
        prop_assert_eq!(session.passed(), session.mark().map(|mark| mark.passes(60)));
        let saved = Saved::Done(attempt);
        let key: Key = "jalon:b:done:a-1".parse().unwrap();
        prop_assert_eq!(Saved::read(&key, &saved.to_text()), Ok(saved));
    }

    #[test]
    fn no_help_earns_more_and_the_key_without_help_earns_everything(
        (settings, allowance) in any_policy(),
        right: bool,
        hints in 0u16..4,
        wrong_tries in 0u16..4,
        n in 0usize..6,
    ) {
        let score = |hints: u16, tries: u16| {
            let module = module(&settings, &allowance, 3);
            let mut session = start(&module);
            let id = questions(&session)[n];
            for _ in 0..hints {
                let _ = hint(&mut session, &id);
            }
            for _ in 0..tries {
                let _ = answer_wrong(&mut session, &id);
                let _ = check(&mut session, &id);
                let _ = respond(&mut session, &id, Response::Nothing);
            }
            let given = if right { key(&session, &id) } else { wrong(&session, &id) };
            let _ = respond(&mut session, &id, given);
            hand_in(&mut session);
            session.question_score(&id)
        };
        let (alone, helped) = (score(0, 0), score(hints, wrong_tries));
        prop_assert_eq!(alone.is_full(), right);
        prop_assert!(helped.earned_parts() <= alone.earned_parts());
        prop_assert!(score(hints, 0).earned_parts() >= helped.earned_parts());
        prop_assert!(score(0, wrong_tries).earned_parts() >= helped.earned_parts());
    }

    #[test]
    fn surer_pays_when_right_and_costs_when_wrong(right: bool, n in 0usize..6) {
        let module = module(&json!({"certainty": true}), &ONE_TRY(), 0);
        let marks = Certainty::ALL.map(|certainty| {
            let mut session = start(&module);
            let id = questions(&session)[n];
            let given = if right { key(&session, &id) } else { wrong(&session, &id) };
            respond(&mut session, &id, given).unwrap();
            say_how_sure(&mut session, &id, certainty);
            hand_in(&mut session);
            session.question_mark(&id).earned_parts()
        });
        let [low, middle, high] = marks;
        let (surer, least) = if right { (high, low) } else { (low, high) };
        prop_assert!(least < middle && middle < surer);
    }

    #[test]
    fn the_policy_decides_what_feedback_holds(
        (settings, allowance) in any_policy(),
        acts in prop::collection::vec((0usize..6, any_act()), 0..20),
        earlier in 0usize..3,
    ) {
        let mut session = start(&module(&settings, &allowance, 1));
        session.set_earlier(earlier);
        let ids = questions(&session);
        for (n, one) in &acts {
            let _ = act(&mut session, &ids[*n], one);
        }
        let policy = (settings["feedback"]["when"].as_str(), settings["feedback"]["show"].as_str());
        for over in [false, true] {
            if over {
                hand_in(&mut session);
            }
            for id in &ids {
                let shown = feedback::of(&session, id);
                let judged = match policy.0 {
                    Some("at-once") => over || session.used(id).stage == Stage::Settled,
                    Some("after-submit") => over,
                    _ => over && earlier > 0,
                };
                let Some(shown) = shown else {
                    prop_assert!(!judged);
                    continue;
                };
                prop_assert_eq!(judged, shown.verdict != Verdict::NotYet);
                let has_key = !matches!(shown.detail, Detail::Withheld(_));
                prop_assert_eq!(has_key, judged && policy.1 != Some("verdict"));
                prop_assert_eq!(!shown.explanation.is_empty(), judged && policy.1 == Some("explanation"));
            }
        }
    }
}
