//! Texts in every format of Moodle, and in several languages.

use jalon_formats::Format;

use crate::lost_on_the_way_back;
use crate::support::cases::{Frame, Trap, assert_lines, check_each};

#[test]
fn texts_come_over_in_every_format() {
    let draft = check_each(&Frame::of_paragraphs(Format::Gift), TEXTS);
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&draft),
        &[
            "[picture-in-the-text] dropped the picture picture-1.svg: GIFT has only the names of pictures: the alternative text is used instead",
        ],
    );
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
    let pictures = [("picture-1.svg".to_owned(), picture.as_bytes().to_vec())];
    assert_eq!(draft.pictures, pictures.into());
}

/// Plain text, Markdown and HTML.
const TEXTS: &[Trap] = &[
    (
        r"::Escapes:: Is a \= b \~ c \# d \{e\} f\: g and C\:\\new? {T}",
        &[r"escapes: true “Is a = b ~ c # d {e} f: g and C:\\new?”"],
        &[],
    ),
    (
        r"::Lines:: One line.\nAnother one,
and a third. {F}",
        &["lines: false “One line.\n\nAnother one,\n\nand a third.”"],
        &[],
    ),
    (
        r"::Markdown:: [markdown]Read *this* and `that`.\n\n- one\n- two {=**Bold** ~[plain]not **bold** ~[html]<i>leaning</i> # [plain]2 * 3}",
        &[
            "markdown: choice “Read *this* and `that`.\n\n- one\n- two” (x) **Bold** ( ) not \\*\\*bold\\*\\* ( ) *leaning* # 2 \\* 3",
        ],
        &[],
    ),
    (
        r"::Headings:: [markdown]# A heading\n\nand <b>tags</b> {T}",
        &["headings: true “**A heading**\n\nand **tags**”"],
        &["1 [Headings] changed a heading: a bank's texts have none; it is now a bold paragraph"],
    ),
    (
        "\
::Html:: [html]<p>Where does <b>this</b> go?</p><ul><li>here</li><li>there</li></ul> {
=<i>here</i> # <b>Yes</b>
~there # <p>No</p>
####<p>Because.</p>
}",
        &[
            "html: choice “Where does **this** go?\n\n- here\n- there” (x) *here* # **Yes** ( ) there # No explanation “Because.”",
        ],
        &[],
    ),
    (
        "\
::Html unsaid:: Is <b>this</b> bold &amp; big?
Or small? {T}",
        &["html-unsaid: true “Is **this** bold & big?\n\nOr small?”"],
        &[
            "1 [Html unsaid] changed a line break: a bank's texts have none; what follows is a paragraph of its own",
        ],
    ),
    (
        "::Plain:: [plain]Does <b> make words bold? {T}",
        &[r"plain: true “Does \<b> make words bold?”"],
        &[],
    ),
    (
        r"::Pre:: [html]<pre>if (a) \{ b \= 1; \}</pre> What is b? {#1}",
        &["pre: number “```\nif (a) { b = 1; }\n```\n\nWhat is b?” = 1"],
        &[],
    ),
    (
        r"::Formula:: Is $a \neq b$ the same as $b \\neq a$?\nThink. {T}",
        &["formula: true “Is $a \\\\neq b$ the same as $b \\\\neq a$?\n\nThink.”"],
        &[
            r"1 [Formula] guessed `\n` in a formula: Moodle reads a line break there; it was read as the start of a command such as \neq: write two backslashes",
        ],
    ),
    (
        r#"::Link:: [html]See <a href="http://example.com/a">this page</a>, or http://example.com/b\: which one? {T}"#,
        &[
            "link: true “See [this page](http://example.com/a), or http://example.com/b: which one?”",
        ],
        &[],
    ),
    (
        r#"::Attribute:: Which one shows a picture? {
=<img src="a.png" alt="the first">
~<b class='x'>the second</b>
}"#,
        &["attribute: choice “Which one shows a picture?” (x) the first ( ) **the second**"],
        &[
            "2 [Attribute] dropped the picture a.png: GIFT has only the names of pictures: the alternative text is used instead",
            r"2 [Attribute] guessed an `=` in a tag of HTML: Moodle starts a new answer there; it was read as part of a tag: write \=",
            r"3 [Attribute] guessed an `=` in a tag of HTML: Moodle starts a new answer there; it was read as part of a tag: write \=",
        ],
    ),
    (
        r#"::Picture:: [html]<p>What is this? <img src="@@PLUGINFILE@@/dog.png" alt="a dog"></p> {=A dog ~A cat}"#,
        &["picture: choice “What is this? a dog” (x) A dog ( ) A cat"],
        &[
            "1 [Picture] dropped the picture @@PLUGINFILE@@/dog.png: GIFT has only the names of pictures: the alternative text is used instead",
        ],
    ),
    (
        r#"::Picture in the text:: [html]<p>What is it? <img alt="a square" src="data:image/svg+xml,%3Csvg xmlns\='http\://www.w3.org/2000/svg' viewBox\='0 0 9 9'%3E%3Crect width\='9' height\='9'/%3E%3C/svg%3E"></p> {=A square ~A circle}"#,
        &[
            "picture-in-the-text: choice “What is it? ![a square](picture-1.svg)” (x) A square ( ) A circle",
        ],
        &[],
    ),
    (
        r"::Two lines in a choice:: Which? {
=one\ntwo
~three
}",
        &["two-lines-in-a-choice: choice “Which?” (x) one two ( ) three"],
        &[
            "2 [Two lines in a choice] changed the line breaks of a text of 2 lines: choices, feedback and the like have one line: they are spaces now",
        ],
    ),
    (
        "\
::Looks like a weight:: How much is left? {
=%100%%50% of it
~none
~a C# of it
}",
        &[
            "looks-like-a-weight: choice “How much is left?” (x) %50% of it ( ) none ( ) a C # of it",
        ],
        &[],
    ),
];

#[test]
fn spans_of_several_languages_become_wordings() {
    let draft = check_each(&Frame::of_paragraphs(Format::Gift), LANGUAGES);
    assert_lines("Lost on the way back", &lost_on_the_way_back(&draft), &[]);
}

/// Spans of `multilang`.
const LANGUAGES: &[Trap] = &[
    (
        r#"::Two languages:: [html]<span lang="en" class="multilang">Is it true?</span><span lang="fr" class="multilang">Est-ce vrai ?</span> {T#<span lang="en" class="multilang">It is.</span><span lang="fr" class="multilang">Si.</span>}"#,
        &["two-languages: true “en Is it true? / fr Est-ce vrai ?” false # en It is. / fr Si."],
        &[],
    ),
    (
        r#"::The answer too:: [html]<span lang="en" class="multilang">Which standard?</span><span lang="fr" class="multilang">Quelle norme ?</span> {=ISO/IEC 27001 # 27001}"#,
        &[
            "the-answer-too: text “en Which standard? / fr Quelle norme ?” = any ISO/IEC 27001 # en 27001 / fr 27001",
        ],
        &[],
    ),
    (
        r#"::One choice for both:: [html]<span lang="en" class="multilang">Which one?</span><span lang="fr" class="multilang">Laquelle ?</span> {
=ISO/IEC 27001
~<span lang="en" class="multilang">none</span><span lang="fr" class="multilang">aucune</span>
}"#,
        &[
            "one-choice-for-both: choice “en Which one? / fr Laquelle ?” (x) en ISO/IEC 27001 / fr ISO/IEC 27001 ( ) en none / fr aucune",
        ],
        &[
            r"3 [One choice for both] guessed an `=` in a tag of HTML: Moodle starts a new answer there; it was read as part of a tag: write \=",
        ],
    ),
];
