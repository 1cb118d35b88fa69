//! What each kind adds to the line of a question.

use super::*;

impl Asked<'_> {
    pub(super) fn choices(&self, body: &Choices, line: &mut Line) {
        let Choices {
            key,
            scoring,
            least,
            most,
            shuffle,
            samples,
            choices,
        } = body;
        for (n, choice) in choices.iter().enumerate() {
            let Choice {
                id,
                pinned,
                weight,
                feedback,
                misconception,
            } = choice;
            let (open, is_right, close) = match key {
                Key::One(key) => ('(', key == id, ')'),
                Key::Several(keys) => ('[', keys.contains(id), ']'),
            };
            let tick = if is_right { 'x' } else { ' ' };
            let weight = weight
                .map(|weight| format!("{weight} % "))
                .unwrap_or_default();
            let pinned = if *pinned == Some(true) { "pinned " } else { "" };
            line.push(format!(
                "{open}{tick}{close} {weight}{pinned}{}{}",
                self.part(n, id, |wording| &wording.choices),
                self.feedback(feedback, misconception.as_ref())
            ));
        }
        line.word("scoring", scoring.as_ref());
        line.option("least", least.as_ref());
        line.option("most", most.as_ref());
        line.option("shuffle", shuffle.as_ref());
        line.option("samples", samples.as_ref());
    }

    pub(super) fn true_false(&self, body: &TrueFalse, line: &mut Line) {
        let TrueFalse {
            key: _,
            feedback,
            samples,
        } = body;
        if let Some(TrueFalseFeedback { if_true, if_false }) = feedback {
            for (name, texts) in [("true", if_true), ("false", if_false)] {
                if !texts.is_empty() {
                    line.push(format!("{name}{}", self.feedback(texts, None)));
                }
            }
        }
        line.option("samples", samples.as_ref());
    }

    /// The answers of a field: `= Oslo; 50 % Christiania # Long ago. wrong Bergen`.
    pub(super) fn text(&self, body: &Text) -> String {
        let Text {
            order,
            endings,
            synonyms,
            credit,
            accept,
            words,
            wrong,
            samples,
        } = body;
        let mut line = Line(Vec::new());
        for (lang, answers) in accept {
            let answers = answers.iter().map(|answer| self.answer(answer));
            let answers = answers.collect::<Vec<_>>().join("; ");
            line.push(format!("= {}", self.in_language(lang, &answers)));
        }
        for one in wrong {
            let TextWrong {
                answers,
                feedback,
                misconception,
            } = one;
            let answers = answers.iter().map(|answer| self.answer(answer));
            let answers = answers.collect::<Vec<_>>().join("; ");
            let remark = self.feedback(feedback, misconception.as_ref());
            line.push(format!("wrong {answers}{remark}"));
        }
        line.word("order", order.as_ref());
        line.word("endings", endings.as_ref());
        line.option("synonyms", (!synonyms.is_empty()).then_some(synonyms));
        line.option("credit", credit.as_ref());
        line.option("words", (!words.is_empty()).then_some(words));
        line.option("samples", samples.as_ref());
        line.0.join(" ")
    }

    fn answer(&self, answer: &Answer) -> String {
        let (kind, text, credit, feedback) = match answer {
            Answer::Plain(text) => return text.clone(),
            Answer::Exact(own) => ("", &own.answer, own.credit, &own.feedback),
            Answer::Wildcard(own) => ("wildcard ", &own.wildcard, own.credit, &own.feedback),
            Answer::Regex(own) => ("regex ", &own.regex, own.credit, &own.feedback),
        };
        let credit = credit
            .map(|credit| format!("{credit} % "))
            .unwrap_or_default();
        format!("{credit}{kind}{text}{}", self.feedback(feedback, None))
    }

    /// The key of a number: `= 3.14 ± 0.01`, `= 90 to 96`.
    pub(super) fn number(&self, body: &Number) -> String {
        let Number {
            key,
            unit_use,
            units,
            wrong,
            samples,
        } = body;
        let mut line = Line(vec![number_key(key)]);
        for one in wrong {
            let NumberWrong {
                answers,
                feedback,
                misconception,
            } = one;
            let answers: Vec<String> = answers.iter().map(word).collect();
            let remark = self.feedback(feedback, misconception.as_ref());
            line.push(format!("wrong {}{remark}", answers.join("; ")));
        }
        line.word("units", unit_use.as_ref());
        for Unit { times, names } in units {
            let names = names.iter();
            let names = names.map(|(lang, names)| format!("{lang} {}", names.join("; ")));
            line.push(format!("unit {}", names.collect::<Vec<_>>().join(" / ")));
            line.word("times", times.as_ref());
        }
        line.option("samples", samples.as_ref());
        line.0.join(" ")
    }

    pub(super) fn matching(&self, body: &Match, line: &mut Line) {
        let Match {
            uses,
            scoring,
            shuffle,
            samples,
            items,
            targets,
        } = body;
        let target = |id: &str| {
            self.each(|wording| wording.targets.get(id).cloned())
                .unwrap_or_default()
        };
        let pairs = items.iter().enumerate().map(|(n, item)| {
            let Matched {
                id,
                target: own,
                feedback,
            } = item;
            let item = self.part(n, id, |wording| &wording.items);
            format!("{item} -> {}{}", target(own), self.feedback(feedback, None))
        });
        line.push(pairs.collect::<Vec<_>>().join("; "));
        let targets = targets.iter().enumerate().map(|(n, Target { id })| {
            let text = target(id);
            match *id == format!("t{}", n + 1) {
                true => text,
                false => format!("{id}: {text}"),
            }
        });
        let targets: Vec<String> = targets.collect();
        line.push(format!("of {}", targets.join("; ")));
        line.word("uses", uses.as_ref());
        line.word("scoring", scoring.as_ref());
        line.option("shuffle", shuffle.as_ref());
        line.option("samples", samples.as_ref());
    }

    pub(super) fn classify(&self, body: &Classify, line: &mut Line) {
        let Classify {
            scoring,
            shuffle,
            samples,
            items,
            categories,
        } = body;
        let category = |id: &str| {
            self.each(|wording| wording.categories.get(id).cloned())
                .unwrap_or_default()
        };
        let pairs = items.iter().enumerate().map(|(n, item)| {
            let Classified {
                id,
                category: own,
                feedback,
            } = item;
            let item = self.part(n, id, |wording| &wording.items);
            format!(
                "{item} -> {}{}",
                category(own),
                self.feedback(feedback, None)
            )
        });
        line.push(pairs.collect::<Vec<_>>().join("; "));
        let categories = categories.iter();
        let categories = categories.map(|Category { id }| format!("{id}: {}", category(id)));
        let categories: Vec<String> = categories.collect();
        line.push(format!("of {}", categories.join("; ")));
        line.word("scoring", scoring.as_ref());
        line.option("shuffle", shuffle.as_ref());
        line.option("samples", samples.as_ref());
    }

    pub(super) fn order(&self, body: &Order, line: &mut Line) {
        let Order {
            credit,
            samples,
            items,
        } = body;
        let items = items.iter().enumerate();
        let items = items.map(|(n, OrderItem { id })| self.part(n, id, |wording| &wording.items));
        line.push(items.collect::<Vec<_>>().join("; "));
        line.word("credit", credit.as_ref());
        line.option("samples", samples.as_ref());
    }

    pub(super) fn gaps(&self, body: &Gaps, line: &mut Line) {
        let Gaps {
            scoring,
            any_order,
            shuffle,
            samples,
            gaps,
            choices,
        } = body;
        let text = self
            .each(|wording| wording.text.clone())
            .unwrap_or_default();
        line.push(format!("“{text}”"));
        let offer = |id: &str| {
            self.each(|wording| wording.choices.get(id).cloned())
                .unwrap_or_default()
        };
        for gap in gaps {
            let Gap {
                id,
                weight,
                text,
                number,
                pick,
            } = gap;
            let mut key = Vec::new();
            key.extend(weight.map(|weight| format!("weight {weight}")));
            key.extend(text.as_ref().map(|text| self.text(text)));
            key.extend(number.as_ref().map(|number| match number {
                GapNumber::Key(key) => number_key(key),
                GapNumber::Whole(number) => self.number(number),
            }));
            if let Some(Pick { key: right, from }) = pick {
                let from = from
                    .as_ref()
                    .map(|from| from.iter().map(|id| offer(id)).collect::<Vec<_>>());
                let from = from.map(|from| format!(" of {}", from.join("; ")));
                key.push(format!("pick {}{}", offer(right), from.unwrap_or_default()));
            }
            line.push(format!("{{{id}: {}}}", key.join(" ")));
        }
        if !choices.is_empty() {
            let offers = choices.iter().enumerate().map(|(n, Offer { id, pinned })| {
                let pinned = if *pinned == Some(true) { "pinned " } else { "" };
                format!("{pinned}{}", self.part(n, id, |wording| &wording.choices))
            });
            line.push(format!("of {}", offers.collect::<Vec<_>>().join("; ")));
        }
        line.word("scoring", scoring.as_ref());
        line.option("any order", (!any_order.is_empty()).then_some(any_order));
        line.option("shuffle", shuffle.as_ref());
        line.option("samples", samples.as_ref());
    }

    pub(super) fn essay(&self, body: &Essay, line: &mut Line) {
        let Essay {
            least,
            most,
            points,
        } = body;
        let points = points.iter().enumerate();
        let points =
            points.map(|(n, EssayPoint { id })| self.part(n, id, |wording| &wording.points));
        line.push(points.collect::<Vec<_>>().join("; "));
        line.option("least", least.as_ref());
        line.option("most", most.as_ref());
    }
}

fn number_key(key: &NumberKey) -> String {
    match key {
        NumberKey::Value(value) => format!("= {}", word(value)),
        NumberKey::Near(Near {
            value,
            within,
            figures,
        }) => {
            let mut line = Line(vec![format!("= {}", word(value))]);
            line.word("±", within.as_ref());
            line.option("figures", figures.as_ref());
            line.0.join(" ")
        }
        NumberKey::Range(Range { from, to }) => format!("= {} to {}", word(from), word(to)),
    }
}
