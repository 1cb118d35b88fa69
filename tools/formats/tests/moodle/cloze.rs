//! Texts with codes for gaps.

use crate::FRAME;
use crate::support::cases::{Trap, check_each};

#[test]
fn cloze_codes_become_gaps() {
    check_each(&FRAME, CLOZE);
}

/// Questions of kind `cloze`, and what their gaps are.
const CLOZE: &[Trap] = &[
    (
        r#"<question type="cloze">
  <name><text>All codes</text></name>
  <questiontext format="html"><text><![CDATA[<p>Read the report, and fill in.</p>
<p>The {1:SHORTANSWER:=owner#Yes.~%50%keeper#Nearly.~auditor#They look.~*#Think.} decides, {2:SAC:=A.8~=8.A},
{:MW:=risk} by <b>{1:MULTICHOICE:=law<br />~rule \} of thumb\~ish &gt; all#No.~%25%habit}</b>,
{3:NUMERICAL:%100%1701:0~%66%1701:20~=99~5:1#Too few.} times.</p>
<p>Then {1:MCVS:shut~=open~ajar} and {1:MCH:=open~shut} and {1:MULTIRESPONSE:=open~shut}. {1:NOSUCH:=x} {{</p>]]></text></questiontext>
  <generalfeedback format="html"><text>As agreed.</text></generalfeedback>
  <penalty>0.3333333</penalty><hidden>0</hidden>
  <hint format="html"><text>Look it up.</text></hint>
</question>"#,
        &["all-codes: gaps “Read the report, and fill in.” \
             “The {{gap-1}} decides, {{gap-2}}, {{gap-3}} by **{{gap-4}}**, {{gap-5}} times.\n\nThen {{gap-6}} and {{gap-7}} and {{gap-8}}. {1:NOSUCH:=x} {\\{” \
             {gap-1: = owner # Yes.; 50 % keeper # Nearly. wrong auditor # They look.} \
             {gap-2: weight 2 = A.8; 8.A} \
             {gap-3: = risk} \
             {gap-4: pick law of law; rule } of thumb~ish > all; habit} \
             {gap-5: weight 3 = 1701 wrong 5 # Too few.} \
             {gap-6: pick open of shut; open; ajar} \
             {gap-7: pick open of open; shut} \
             {gap-8: pick open of open; shut} \
             of law; rule } of thumb~ish > all; habit; shut; open; ajar \
             shuffle false points 11 hints “Look it up.” explanation “As agreed.”"],
        &[
            "1 [All codes] changed the code {1:NOSUCH:=x}: it can't be read as a gap; it is kept in the text as written",
            "1 [All codes] dropped the feedback on any other answer: typed answers have feedback on those that are listed; the explanation is shown on all",
            "1 [All codes] changed case sensitivity: typed answers are compared without regard to case",
            "1 [All codes] dropped the feedback on “rule } of thumb~ish > all”: choices of a list have none; the explanation is shown on all",
            "1 [All codes] changed 25 percent for a choice of a list: the best choice earns all points, others none",
            "1 [All codes] dropped 66 percent for 1701: a number question has one right amount",
            "1 [All codes] dropped 100 percent for 99: a number question has one right amount",
            "1 [All codes] dropped the tolerance 1 of the wrong answer 5: wrong numbers are listed one by one",
            "1 [All codes] changed boxes to tick in a gap: the gap takes one choice of a list",
            "1 [All codes] changed that only some of its lists are shuffled: either all lists of a question are shuffled or none: now none",
        ],
    ),
    (
        r#"<question type="multianswer">
  <name><text>No prompt</text></name>
  <questiontext format="html"><text>Doors are {1:SA:=physical} controls of the house, and they are often open.</text></questiontext>
</question>"#,
        &["no-prompt: gaps “Fill in the gaps.” \
             “Doors are {{gap-1}} controls of the house, and they are often open.” \
             {gap-1: = physical}"],
        &[
            "1 [No prompt] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>Two ticks</text></name>
  <questiontext format="html"><text>{1:MR:=a~=b~c}</text></questiontext>
</question>"#,
        &["two-ticks: choice “Two ticks” [x] a [x] b [ ] c scoring partial"],
        &[
            "1 [Two ticks] changed boxes to tick in a text: the text has no other gap: it is a question with choices",
            "1 [Two ticks] guessed the prompt: the question has no text; its name is used instead",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>Ticks among gaps</text></name>
  <questiontext format="html"><text>{1:MR:=a~=b~c} and {1:SA:=d}</text></questiontext>
</question>"#,
        &[],
        &[
            "1 [Ticks among gaps] dropped the question: in one of its gaps several choices are picked; a gap takes one",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>Ticks alone</text></name>
  <questiontext format="html"><text><![CDATA[<p>Which doors need a lock?</p><p>{2:MULTIRESPONSE_H:=front#yes~=back~inner#why?}</p>]]></text></questiontext>
</question>"#,
        &[
            "ticks-alone: choice “Which doors need a lock?” [x] front # yes [x] back [ ] inner # \
             why? scoring partial",
        ],
        &[
            "1 [Ticks alone] changed boxes to tick in a text: the text has no other gap: it is a question with choices",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>Signs as entities</text></name>
  <questiontext format="html"><text><![CDATA[<p>A door is {1:SA:=L&#39;entr&eacute;e#that&#39;s it} or {1:MC:=a &lt; b~a &gt; b}</p>]]></text></questiontext>
</question>"#,
        &["signs-as-entities: gaps “Fill in the gaps.” \
             “A door is {{gap-1}} or {{gap-2}}” \
             {gap-1: = L'entrée # that's it} \
             {gap-2: pick a \\< b} \
             of a \\< b; a > b shuffle false points 2"],
        &[
            "1 [Signs as entities] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>One choice</text></name>
  <questiontext format="html"><text>A door is {1:MC:=open} or {1:MC:=ajar~shut}</text></questiontext>
</question>"#,
        &["one-choice: gaps “Fill in the gaps.” \
             “A door is {{gap-1}} or {{gap-2}}” \
             {gap-1: pick open} \
             {gap-2: pick ajar of ajar; shut} \
             of open; ajar; shut shuffle false points 2"],
        &[
            "1 [One choice] guessed the prompt above the gaps: the file has only the text with the gaps; a standard sentence is used",
            "1 [One choice] changed a list of one choice: it would ask nothing: it offers the choices of the other gaps as well",
        ],
    ),
    (
        r#"<question type="cloze">
  <name><text>Broken</text></name>
  <questiontext format="html"><text>Not closed: {1:SA:=a</text></questiontext>
</question>"#,
        &[],
        &[
            "1 [Broken] changed the code {1:SA:=a: it can't be read as a gap; it is kept in the text as written",
            "1 [Broken] dropped the question: it has no gap that can be read",
        ],
    ),
];
