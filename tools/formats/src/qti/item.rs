//! An item: one question, or one for each thing that it asks.

use jalon_draft::{self as draft, Common, Concepts, Difficulty, Question, Texts};

use crate::bounds::MOST_PARTS;
use crate::html::Flow;
use crate::language::UNDETERMINED;
use crate::xml::Element;

use super::body::{Body, GAP};
use super::declared::{self, outcome};
use super::feedback::Notes;
use super::marking::Marking;
use super::names::Version;
use super::reader::{InteractionDraft, Item, ItemReader, Made, identifier, short_number};
use super::{awarded, choice, essay, gaps, order, pairs, slider, spots, typed};

impl ItemReader<'_, '_> {
    /// The questions of an item; none where there can be none, which is noted.
    pub(super) fn item(
        &mut self,
        file: &str,
        root: &Element,
        version: Version,
        weight: Option<f64>,
    ) -> Vec<Question> {
        let name = root.attribute("identifier").unwrap_or_default().to_owned();
        let place = self.files.place(file, root.line);
        self.losses.at(place, Some(name.clone()));
        if self.is_drawn_anew(root) {
            return Vec::new();
        }
        self.note_extras(root);
        let mut responses = declared::responses(root, version);
        let mut marking = Marking::of(root);
        awarded::settle(&mut responses, &mut marking, self.losses);
        let mut item = Item {
            root,
            file,
            responses,
            marking,
            notes: Notes::default(),
        };
        item.notes = self.notes(&item);
        let empty = Element::default();
        let body = root.first("itemBody").unwrap_or(&empty);
        let body = self.writer(file).body(body);
        self.losses.on_line(root.line);
        let made = self.asked(&mut item, &body);
        self.note_marking(&item, &made);
        let explanation = item.notes.explanation(self.losses);
        let explanation = explanation.map(|html| self.text(&html, Flow::Blocks));
        let explanation = explanation.filter(|text| !text.is_empty());
        let many = made.len();
        let mut questions = Vec::new();
        for (number, asked) in made.into_iter().enumerate() {
            match asked {
                Ok(mut asked) => {
                    if number + 1 == many {
                        asked.wording.explanation.clone_from(&explanation);
                    }
                    let id = match many {
                        1 => name.clone(),
                        _ => format!("{name}-{}", number + 1),
                    };
                    questions.push(self.question(&item, asked, &id, many, weight));
                }
                Err(why) => self.losses.dropped("the question", why),
            }
        }
        questions
    }

    /// Numbers that are drawn for each learner leave nothing to ask.
    fn is_drawn_anew(&mut self, root: &Element) -> bool {
        let is_template = root.first("templateDeclaration").is_some()
            || root.first("templateProcessing").is_some();
        if is_template {
            self.losses.dropped(
                "the question",
                "its numbers or words are drawn for each learner (template variables); write it out for one drawing",
            );
        }
        is_template
    }

    fn note_extras(&mut self, root: &Element) {
        if root.attribute("adaptive") == Some("true") {
            self.losses.changed(
                "an adaptive item, which is asked in several steps",
                "it is asked once; its texts are imported, its steps are not",
            );
        }
        let extras = [
            (
                "contextDeclaration",
                "variables of the context",
                "nothing here depends on them",
            ),
            (
                "companionMaterialsInfo",
                "companion materials such as calculators",
                "questions have none",
            ),
            (
                "catalogInfo",
                "alternative contents of the catalog",
                "texts have one form",
            ),
            ("stylesheet", "a style sheet", "texts have no styles"),
        ];
        for (name, what, why) in extras {
            if let Some(element) = root.first(name) {
                self.losses.on_line(element.line);
                self.losses.dropped(what, why);
            }
        }
        self.losses.on_line(root.line);
        let lang = root
            .attribute("xml:lang")
            .or_else(|| root.attribute("lang"));
        let primary = lang.and_then(|lang| lang.split(['-', '_']).next());
        if primary.is_some_and(|lang| ["ar", "he", "fa", "ur"].contains(&lang)) {
            self.losses.changed(
                "text from right to left",
                "texts run from left to right here; the words are all there",
            );
        }
    }

    /// Rules that have no usual shape are not carried over.
    fn note_marking(&mut self, item: &Item<'_>, made: &[Made]) {
        let line = item.root.first("responseProcessing").map(|one| one.line);
        self.losses.on_line(line.unwrap_or(item.root.line));
        let is_marked = |asked: &InteractionDraft| !matches!(asked.body, draft::Body::Essay(_));
        let marked = made.iter().flatten().any(is_marked);
        if let Some(first) = item.marking.unknown.first().filter(|_| marked) {
            let what = format!("rules for marking ({first})");
            let why = "the rules for marking are not imported; the correct response is";
            self.losses.changed(what, why);
        }
        if !item.marking.is_said && marked {
            self.losses.guessed(
                "how it is marked",
                "the item has no rules for it; the declared response is right",
            );
        }
        if item.marking.counts_once {
            self.losses.dropped(
                "that the same answer in several gaps counts once",
                "each gap is marked on its own",
            );
        }
        let apart = |asked: &InteractionDraft| {
            let mut own = asked.responses.iter();
            own.any(|id| item.marking.together.contains(id))
        };
        if made.iter().flatten().filter(|asked| apart(asked)).count() > 1 {
            self.losses.dropped(
                "that several things have to be right together",
                "each is a question, and is marked on its own",
            );
        }
        self.losses.on_line(item.root.line);
    }

    fn question(
        &mut self,
        item: &Item<'_>,
        asked: InteractionDraft,
        id: &str,
        many: usize,
        weight: Option<f64>,
    ) -> Question {
        let difficulty = match item.mark("difficulty") {
            Some("easy") => Some(Difficulty::Easy),
            Some("medium") => Some(Difficulty::Medium),
            Some("hard") => Some(Difficulty::Hard),
            _ => None,
        };
        let common = Common {
            id: identifier(id),
            concepts: concepts(item.mark("concepts").unwrap_or_default()),
            difficulty,
            source: item.mark("source").map(str::to_owned),
            points: self.points(item, &asked, many, weight),
            origins: self.losses.origins(),
            ..Common::default()
        };
        let wordings = Texts::from_iter([(UNDETERMINED.to_owned(), vec![asked.wording])]);
        Question {
            common,
            body: asked.body,
            wordings,
        }
    }

    /// What the question is worth: whole points, 1 where nothing else is said.
    fn points(
        &mut self,
        item: &Item<'_>,
        asked: &InteractionDraft,
        many: usize,
        weight: Option<f64>,
    ) -> Option<u64> {
        if matches!(asked.body, draft::Body::Essay(_)) {
            return weight
                .map(|weight| weight as u64)
                .filter(|points| *points > 0);
        }
        let declared = outcome(item.root, "MAXSCORE").and_then(|most| most.parse::<f64>().ok());
        let own = asked.responses.iter().filter_map(|id| item.response(id));
        let summed: f64 = own.map(|response| item.worth_of(response)).sum();
        let whole = declared.filter(|most| many == 1 && *most > 0.0);
        let points = whole.unwrap_or(summed) * weight.unwrap_or(1.0);
        let rounded = points.round().clamp(1.0, 1000.0);
        if (points - rounded).abs() > 0.01 {
            self.losses.changed(
                format!("{} points", short_number(points)),
                format!("points are whole numbers: {rounded}"),
            );
        }
        (weight.is_some() || rounded > 1.0).then_some(rounded as u64)
    }

    /// What each interaction of an item asks: gaps in the text together, the others each on its own.
    fn asked(&mut self, item: &mut Item<'_>, body: &Body<'_>) -> Vec<Made> {
        let is_gap_match = |one: &&&Element| one.name == "gapMatchInteraction";
        let gap_match = body.blocks.iter().find(is_gap_match).copied();
        let mut made = Vec::new();
        let fields = match gap_match {
            Some(_) => 0,
            None => body.inline.len(),
        };
        let others = body.blocks.len();
        let shared = match (fields, others) {
            (0, 0) => return vec![Err("it has no interaction".to_owned())],
            (0, 1) | (_, 0) => None,
            (fields, others) => {
                let what = format!(
                    "an item that asks {} things",
                    others + usize::from(fields > 0)
                );
                self.losses.changed(
                    what,
                    "it is a question for each of them, with the same text",
                );
                Some(body.html())
            }
        };
        if fields > MOST_PARTS {
            return vec![Err(format!("it has more than {MOST_PARTS} gaps"))];
        }
        if fields > 0 {
            made.push(gaps::typed(self, item, body));
        }
        for block in &body.blocks {
            self.losses.on_line(block.line);
            let own = match (&shared, fields) {
                // The gaps are asked for already.
                (Some(html), 1..) => without_gaps(html),
                (Some(html), 0) => html.clone(),
                (None, _) => body.html(),
            };
            made.push(self.block(item, body, block, own));
        }
        made
    }

    fn block(
        &mut self,
        item: &mut Item<'_>,
        body: &Body<'_>,
        block: &Element,
        html: String,
    ) -> Made {
        if block.elements().count() > MOST_PARTS || item.values() > MOST_PARTS {
            return Err(format!("it has more than {MOST_PARTS} parts"));
        }
        let prompt = block.first("prompt").filter(|_| {
            // Those that stand in the text have their prompt there.
            !["gapMatchInteraction", "hottextInteraction"].contains(&block.name.as_str())
        });
        let mut html = html;
        if let Some(prompt) = prompt {
            let own = self.writer(item.file).html(prompt);
            html.push_str("\n<div>");
            html.push_str(&own);
            html.push_str("</div>");
        }
        match block.name.as_str() {
            "choiceInteraction" => choice::read(self, item, block, &html),
            "hottextInteraction" => choice::hottext(self, item, block, &html),
            "gapMatchInteraction" => gaps::matched(self, item, body, block),
            "orderInteraction" => order::read(self, item, block, &html),
            "matchInteraction" | "associateInteraction" => pairs::read(self, item, block, &html),
            "extendedTextInteraction" => essay::read(self, item, body, block, &html),
            "sliderInteraction" => slider::read(self, item, block, &html),
            "hotspotInteraction" => spots::read(self, item, block, &html),
            "textEntryInteraction" => typed::read(self, item, block, &html),
            other => Err(not_asked(other)),
        }
    }
}

/// Why there is no question for an interaction.
fn not_asked(name: &str) -> String {
    let what = match name {
        "graphicOrderInteraction" => "places on a picture to put in order",
        "graphicAssociateInteraction" => "places on a picture to join",
        "graphicGapMatchInteraction" => "pictures to drag onto a picture",
        "selectPointInteraction" => "any point of a picture",
        "positionObjectInteraction" => "an object to put on a picture",
        "uploadInteraction" => "a file to hand in",
        "drawingInteraction" => "a drawing",
        "mediaInteraction" => "a recording to listen to or to watch",
        "portableCustomInteraction" | "customInteraction" => "a program of its own",
        _ => return format!("its interaction is unknown ({name})"),
    };
    format!("it asks for {what} ({name}), which no kind of question does")
}

fn without_gaps(html: &str) -> String {
    let mut out = String::new();
    for part in html.split(GAP.0) {
        match part.split_once(GAP.1) {
            Some((_, rest)) => {
                out.push_str("___");
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// `guidance:2 annex-a:1` with weights, or without.
fn concepts(text: &str) -> Concepts {
    let mut even = Vec::new();
    let mut weighted = Texts::new();
    for part in text.split_whitespace() {
        match part.split_once(':') {
            Some((id, weight)) => {
                weighted.insert(id.to_owned(), weight.parse().unwrap_or(1));
            }
            None => even.push(part.to_owned()),
        }
    }
    match weighted.is_empty() {
        true => Concepts::Even(even),
        false => Concepts::Weighted(weighted),
    }
}
