//! What other programs write otherwise than Moodle, or leave out.

use crate::FRAME;
use crate::support::cases::{Trap, check_each};

#[test]
fn traps_are_told_of() {
    check_each(&FRAME, TRAPS);
}

/// Elements that stand alone, and what becomes of them.
const TRAPS: &[Trap] = &[
    (
        r#"<question type="multichoice">
  <name><text><![CDATA[A ]]]]><![CDATA[> B]]></text></name>
  <questiontext format="html"><text><![CDATA[What does <code>a[b[0]]]]><![CDATA[></code> &hearts;?]]>&nbsp;</text></questiontext>
  <single>1</single>
  <answer fraction="90.00000"><text>Ninety</text></answer>
  <answer fraction="90.00000"><text>Ninety too</text></answer>
  <answer fraction="most"><text>Most</text></answer>
  <answer fraction="0"><text></text></answer>
</question>"#,
        &["a-b: choice “What does `a[b[0]]>` ♥?” (x) Ninety ( ) 90 % Ninety too ( ) Most"],
        &[
            "7 [A ]]> B] changed the share of points “most”: this isn't a number; it earns no points",
            "8 [A ]]> B] dropped a choice: it has no text",
            "8 [A ]]> B] changed the best answer, worth 90 percent: the right choice earns all points",
        ],
    ),
    (
        r#"<question type="multichoice">
  <name><text>None right</text></name>
  <questiontext format="html"><text>Which?</text></questiontext>
  <answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer>
</question>"#,
        &[],
        &["1 [None right] dropped the question: none of its answers is right"],
    ),
    (
        r#"<question type="shortanswer">
  <name><text>Patterns alone</text></name>
  <questiontext format="html"><text>Which unit?</text></questiontext>
  <answer fraction="100"><text>*kilo*metre*</text></answer>
</question>"#,
        &["patterns-alone: text “Which unit?” = kilo metre; wildcard *kilo*metre*"],
        &[
            "3 [Patterns alone] guessed the answer that is shown, “kilo metre”: all right answers are patterns; it is the first without its stars",
        ],
    ),
    (
        r#"<question type="shortanswer">
  <name><text>Anything</text></name>
  <questiontext format="html"><text>Say something.</text></questiontext>
  <answer fraction="100"><text>*</text></answer>
</question>"#,
        &[],
        &[
            "1 [Anything] dropped the question: any answer is right, or no right answer can be shown",
        ],
    ),
    (
        r#"<question type="numerical">
  <name><text>Comma</text></name>
  <questiontext format="html"><text>How much is π?</text></questiontext>
  <answer fraction="100"><text>3,14</text><tolerance>0,005</tolerance></answer>
  <answer fraction="100"><text>22/7</text></answer>
</question>"#,
        &["comma: number “How much is π?” = 3.14 ± 0.005"],
        &["3 [Comma] dropped the answer “22/7”: this isn't a number"],
    ),
    (
        r#"<question type="multichoice">
  <name><text>Pictures</text></name>
  <questiontext format="html"><text><![CDATA[See <img src="@@PLUGINFILE@@/gone.png" alt="x"> <img src="@@PLUGINFILE@@/anim.gif" alt="y"> <img src="data:text/html,x"> <img src="https://a.example/b.png" alt="b">]]></text>
    <file name="anim.gif" path="/" encoding="base64">R0lGODlhAQABAAAAACw=</file>
  </questiontext>
  <answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>
</question>"#,
        &["pictures: choice “See ![b](https://a.example/b.png)” (x) a ( ) b"],
        &[
            "3 [Pictures] dropped the picture gone.png: the file refers to it and doesn't have it",
            "3 [Pictures] dropped the picture anim.gif: a bank's pictures are svg, png, jpg or webp",
            "3 [Pictures] dropped a picture in the text: a bank's pictures are svg, png, jpg or webp",
        ],
    ),
    (
        r#"<question type="truefalse"><questiontext format="html"><text></text></questiontext>
  <name><text>Only a name</text></name>
  <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>"#,
        &["only-a-name: true “Only a name”"],
        &["1 [Only a name] guessed the prompt: the question has no text; its name is used instead"],
    ),
    (
        "<question><name><text>No kind</text></name></question>",
        &[],
        &["1 [No kind] dropped the question: its kind is missing"],
    ),
    (
        "<widget/>",
        &[],
        &["1 dropped an element <widget>: Moodle's XML has no such element"],
    ),
];
