//! What holds for every text with gaps.

use super::*;

fn any_given() -> impl Strategy<Value = Given> {
    let words = prop::sample::select(vec![
        "people",
        "ICT",
        "personnes",
        "process",
        "technological",
        "x",
    ]);
    prop_oneof![
        words.prop_map(|word| Given::Text(word.to_owned())),
        any::<String>().prop_map(Given::Text),
        any::<String>().prop_map(Given::Number),
        prop::sample::select(vec!["1.2340", "1,234", "5", "1"])
            .prop_map(|n| Given::Number(n.to_owned())),
        prop::sample::select(vec!["shall", "may", "will"])
            .prop_map(|id| Given::Pick(id.parse().unwrap())),
    ]
}

fn any_filled() -> impl Strategy<Value = Filled> {
    let gap = prop::sample::select(vec!["count", "verb", "first", "second", "third"]);
    prop::collection::vec((gap, any_given()), 0..6).prop_map(|all| {
        let mut filled = Filled::default();
        for (gap, given) in all {
            filled.put(gap.parse().unwrap(), given);
        }
        filled
    })
}

fn any_policy() -> impl Strategy<Value = Policy> {
    prop::sample::select(vec![
        Policy::AllOrNothing,
        Policy::Partial,
        Policy::PartialWithPenalty,
        Policy::RightMinusWrong,
    ])
}

fn earned(question: &Question, filled: Filled, points: u32) -> Option<u64> {
    let outcome = question.body.score(&Response::Gaps(filled), points, &[]);
    outcome.ok().map(|outcome| outcome.score.earned_parts())
}

proptest! {
    #[test]
    fn points_stay_within_bounds_and_no_response_panics(filled in any_filled(), policy in any_policy(), points in 0u32..100) {
        let question = asks(&json!({"scoring": policy.as_str()}));
        let response = Response::Gaps(filled.clone());
        let earned = earned(&question, filled, points);
        prop_assert!(earned.is_none_or(|earned| earned <= u64::from(points) * PARTS));
        // What can be judged in full is judged, and what doesn't fit never is.
        match question.body.ready(&response) {
            Ok(()) | Err(NotReady::Unfinished) => prop_assert!(earned.is_some()),
            Err(NotReady::Gaps(_)) => prop_assert!(earned.is_some()),
            Err(_) => prop_assert!(earned.is_none()),
        }
        // Half-done or not, what is saved is what is read.
        let text = json::write(&response);
        prop_assert_eq!(json::read::<Response>(&text), Ok(response));
    }

    #[test]
    fn one_more_right_answer_never_costs_anything(filled in any_filled(), gap in 0usize..4, policy in any_policy()) {
        let question = asks(&json!({"scoring": policy.as_str(), "any_order": []}));
        let Response::Gaps(key) = question.body.model_response() else { unreachable!() };
        let gap: GapId = ALL[gap].parse().unwrap();
        let mut better = filled.clone();
        better.put(gap, key.get(&gap).unwrap().clone());
        if let Some(before) = earned(&question, filled, 1) {
            prop_assert!(earned(&question, better, 1).unwrap() >= before);
        }
    }

    #[test]
    fn gaps_that_may_change_places_earn_the_same_either_way(one in any_given(), other in any_given(), policy in any_policy()) {
        let question = asks(&json!({"scoring": policy.as_str()}));
        let both = |one: &Given, other: &Given| {
            let mut filled = Filled::default();
            filled.put("first".parse().unwrap(), one.clone());
            filled.put("second".parse().unwrap(), other.clone());
            earned(&question, filled, 1)
        };
        prop_assert_eq!(both(&one, &other), both(&other, &one));
    }

    #[test]
    fn eight_words_in_any_order_are_dealt_out_for_the_best(order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(), missing in 0usize..8) {
        let word = |n: usize| ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"][n];
        let ids: Vec<String> = (0..8).map(|n| format!("g{n}")).collect();
        // Each is also right where the one before it belongs, so that greed alone would go wrong.
        let gap = |n: usize| json!({"id": ids[n], "fill": {"text": {"any": [word(n), word((n + 1) % 8)]}}});
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        let body = json!({"gaps": (0..8).map(gap).collect::<Vec<_>>(), "any_order": [ids]});
        let mut text = wording(&names);
        text["choices"] = json!({});
        let module = common::module_of(&header(), &module(&body, &text, &text));
        let question = module.questions().first().unwrap();
        let mut filled = Filled::default();
        for (n, at) in order.iter().enumerate().skip(missing) {
            filled.put(ids[n].parse().unwrap(), Given::Text(word(*at).to_owned()));
        }
        prop_assert_eq!(earned(question, filled, 8), Some((8 - missing as u64) * PARTS));
    }
}
