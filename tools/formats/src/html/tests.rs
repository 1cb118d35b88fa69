#![allow(clippy::unwrap_used, reason = "a test may fail")]

use super::*;
use crate::loss::Loss;

fn read(html: &str, flow: Flow) -> (Texts, Vec<String>) {
    let mut losses = Losses::default();
    let texts = to_markdown(html, flow, &mut losses);
    let losses = losses
        .list()
        .iter()
        .map(|Loss { fate, what, .. }| format!("{} {what}", fate.word()));
    (texts, losses.collect())
}

/// One text, with nothing lost.
fn whole(html: &str, flow: Flow) -> String {
    let (texts, losses) = read(html, flow);
    assert_eq!(losses, [] as [String; 0], "{html}");
    assert!(texts.len() < 2, "{html}");
    texts.get(UNDETERMINED).cloned().unwrap_or_default()
}

#[test]
fn what_a_bank_can_say_comes_over_whole() {
    for (html, expected) in [
        ("", ""),
        ("<p><br></p>", ""),
        ("plain *stars* &amp; bars |", "plain \\*stars\\* & bars \\|"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        (
            "<div>One.<p>Two.<p>Three.</div>four",
            "One.\n\nTwo.\n\nThree.\n\nfour",
        ),
        ("<p dir=\"ltr\">a&nbsp;: b\n  c</p>", "a : b c"),
        (
            "a <b>b</b> <i>c</i> <code>d|`e</code>",
            "a **b** *c* ``d|`e``",
        ),
        (
            "<b>b <i>c</i></b>, <em>d <strong>e</strong></em>",
            "**b *c***, *d **e***",
        ),
        ("<b>one </b>two", "**one** two"),
        ("<b><i>a</b>b</i>", "***a**b*"),
        (
            "<span style=\"font-weight: 700\">a</span> <span style='color:red'>b</span>",
            "**a** b",
        ),
        (
            "<ul><li>a<li>b</ul><ol><li><p>c</p></li></ol>",
            "- a\n- b\n\n1. c",
        ),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ul><li></li><li>1. a</li></ul>", "- 1\\. a"),
        (
            "<pre>\nif a &lt; b:\n  ```\n</pre>x",
            "````\nif a < b:\n  ```\n````\n\nx",
        ),
        (
            "<table><tr><th>a</th><th></th></tr><tr><td>b|c</td><td><code>d|e</code></td></tr></table>",
            "| a |  |\n| --- | --- |\n| b\\|c | `d\\|e` |",
        ),
        (
            "<table><thead><tr><td>a<tbody><tr><td>b<tr><td></table>",
            "| a |\n| --- |\n| b |",
        ),
        (
            "<a href=\"https://a.example/x?y=1&amp;z=(2)\">b</a>!",
            "[b](https://a.example/x?y=1\\&z=%282%29)!",
        ),
        ("Wow!<a href='x.html'>b</a>", "Wow\\![b](x.html)"),
        ("<a name=\"x\">b</a><a href='mailto:a@b.example'></a>", "b"),
        (
            "<img src=\"a b.png\" alt=\"A [door]\">",
            "![A \\[door\\]](a%20b.png)",
        ),
        (
            "<img src='<a href=\"b\">' alt=c>",
            "![c](%3Ca%20href=\"b\"%3E)",
        ),
        ("# x<br>", "\\# x"),
        ("a <q>b</q>", "a \"b\""),
        ("<!-- x --><style>p{}</style><p>a</p>", "a"),
        (
            "un&shy;der&#8203;stand &eacute;&#233;&hellip;",
            "understand éé…",
        ),
        ("{{a}}", "{\\{a}}"),
    ] {
        assert_eq!(whole(html, Flow::Blocks), expected, "{html}");
    }
}

#[test]
fn what_a_bank_cannot_say_is_noted() {
    for (html, expected, lost) in [
        ("<h3>a</h3>b", "**a**\n\nb", "changed a heading"),
        ("a<br>b<br/><br/>c", "a\n\nb\n\nc", "changed a line break"),
        ("<u>a</u>", "*a*", "changed underlined or highlighted words"),
        ("<s>a</s>", "a", "changed struck words"),
        ("m<sup>2</sup>", "m²", "changed raised or lowered “2”"),
        (
            "x<sub>low</sub>",
            "x\\_(low)",
            "changed raised or lowered “low”",
        ),
        ("a<script>alert('<p>')</script>b", "ab", "dropped a script"),
        (
            "a<iframe src=x><p>b</iframe>c",
            "ac",
            "dropped an embedded page",
        ),
        ("<video><source src=x>b</video>c", "c", "dropped a video"),
        (
            "<object><object>b</object>c</object>d",
            "d",
            "dropped an embedded object",
        ),
        ("a<input value=x>b", "ab", "dropped a field of a form"),
        ("a<hr>b", "a\n\nb", "dropped a rule between paragraphs"),
        ("\\(x^2\\)", "\\\\(x^2\\\\)", "changed a formula in TeX"),
        (
            "<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>y</annotation></math>",
            "x=2",
            "changed a formula in MathML",
        ),
        (
            "<ul><li>a<ol><li>b</ol>c<li>d</ul>",
            "- a\n- b\n- c\n- d",
            "changed a list inside a list",
        ),
        (
            "<ol start=3><li>a</ol>",
            "1. a",
            "changed the numbers of a list",
        ),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "| a | b |\n| --- | --- |\n| c |  |",
            "changed a table without headings",
        ),
        (
            "<table><tr><td>a</td><td>b</td></tr></table>",
            "a b",
            "changed a table of one row",
        ),
        (
            "<table><tr><th colspan=2>a<tr><td>b<td>c</table>",
            "| a |  |\n| --- | --- |\n| b | c |",
            "changed a merged cell of a table",
        ),
        (
            "<a href=\"javascript:x\">b</a>",
            "b",
            "dropped the link to javascript:x",
        ),
        (
            "<a href=\"@@PLUGINFILE@@/x.pdf\">b</a>",
            "b",
            "dropped the link to @@PLUGINFILE@@/x.pdf",
        ),
        (
            "<img src=\"a.png\">",
            "![a](a.png)",
            "guessed the alternative text of the picture a.png",
        ),
        (
            "<blockquote>a</blockquote>",
            "a",
            "changed a quotation set apart",
        ),
        (
            "<dl><dt>a<dd>b</dl>",
            "**a**\n\nb",
            "changed a list of terms",
        ),
        ("<nolink>a</nolink>", "a", "changed an element <nolink>"),
        ("x<b>: y</b>z", "x: yz", "changed the stress on some words"),
        (
            "<ruby>a<rp>(</rp><rt>b</rt></ruby>",
            "a (b)",
            "changed the pronunciation of a word",
        ),
        (
            "<span class=multilang lang=12>a</span>",
            "a",
            "dropped the language “12”",
        ),
    ] {
        let (texts, losses) = read(html, Flow::Blocks);
        let text = texts.get(UNDETERMINED).cloned().unwrap_or_default();
        assert_eq!(text, expected, "{html}");
        assert!(losses.iter().any(|loss| loss == lost), "{html}: {losses:?}");
    }
}

#[test]
fn a_choice_stands_on_one_line() {
    for (html, expected) in [
        ("<p>One.</p>", "One."),
        ("<p>1. <b>One</b></p>", "1\\. **One**"),
        ("- a", "\\- a"),
        ("x <code>y</code>", "x `y`"),
        ("<pre>x = 1</pre>", "`x = 1`"),
    ] {
        assert_eq!(whole(html, Flow::Line), expected, "{html}");
    }
    for (html, expected) in [
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("<ul><li>a<li>b</ul>", "a b"),
        ("a<br>b", "a b"),
    ] {
        let (texts, losses) = read(html, Flow::Line);
        assert_eq!(texts.get(UNDETERMINED).unwrap(), expected, "{html}");
        assert_eq!(losses.len(), 1, "{html}: {losses:?}");
    }
}

#[test]
fn each_language_gets_its_text() {
    let both = |en: &str, fr: &str| {
        Texts::from([
            ("en".to_owned(), en.to_owned()),
            ("fr".to_owned(), fr.to_owned()),
        ])
    };
    for (html, expected) in [
        (
            "<span lang=\"en\" class=\"multilang\">Hi</span> <span class=\"multilang\" lang=\"fr\">Salut</span>",
            both("Hi", "Salut"),
        ),
        (
            "<p>27001: <span lang=\"en\" class=\"multilang\">a <span style=\"color:red\">b</span></span><span lang=\"fr\" class=\"multilang\">c</span>.</p>",
            both("27001: a b.", "27001: c."),
        ),
        (
            "<span lang=en class=multilang><p>Hi</p><ul><li>a</ul></span><span lang=fr class=multilang><p>Salut</p></span>",
            both("Hi\n\n- a", "Salut"),
        ),
        (
            "<lang lang=\"en\">Hi</lang><lang lang=\"fr\">Salut</lang>",
            both("Hi", "Salut"),
        ),
        (
            "{mlang en}Hi{mlang}{mlang fr}Salut{mlang} !",
            both("Hi !", "Salut !"),
        ),
        (
            "<p>{mlang en}Hi</p><p>you{mlang}{mlang fr}Salut{mlang}</p>",
            both("Hi\n\nyou", "Salut"),
        ),
        ("{mlang en,fr}Taxi{mlang}", both("Taxi", "Taxi")),
    ] {
        let (texts, losses) = read(html, Flow::Blocks);
        assert_eq!(texts, expected, "{html}");
        assert_eq!(losses, [] as [String; 0], "{html}");
    }
    let (texts, _) = read("{mlang fr_CA}a{mlang}{mlang other}b{mlang}", Flow::Line);
    let langs: Vec<&str> = texts.keys().map(String::as_str).collect();
    assert_eq!(langs, ["fr-ca", UNDETERMINED]);
}

#[test]
fn what_is_written_as_html_comes_back() {
    let langs = ["en".to_owned(), "fr".to_owned()];
    for text in [
        "One.\n\nTwo *three* **four** `five`.",
        "- a\n- b\n\n1. c\n2. d",
        "| a | b |\n| --- | --- |\n| c | `d\\|e` |",
        "```\nx < y\n```",
        "![A door](door.svg) and [words](https://a.example/?b=1\\&c=2)",
        "2 \\* 3 < 4, \\[sic\\], \\\\(x",
    ] {
        let text = canonical(text, Flow::Blocks);
        assert_eq!(canonical(&text, Flow::Blocks), text);
        let same = |other: &str| {
            let texts = Texts::from([
                ("en".to_owned(), text.clone()),
                ("fr".to_owned(), other.to_owned()),
            ]);
            let html = to_multilang(&texts, &langs, Flow::Blocks);
            (read(&html, Flow::Blocks).0, texts)
        };
        let (back, texts) = same("Autre chose.");
        assert_eq!(back, texts);
        let (back, _) = same(&text);
        assert_eq!(back.get(UNDETERMINED), Some(&text));
    }
}

#[test]
fn nesting_and_length_without_end_cost_little() {
    for html in [
        "<div>".repeat(20_000),
        "<b>".repeat(20_000) + &"<p>x".repeat(2_000),
        "<ul><li>".repeat(20_000),
        "<table><tr><td>".repeat(20_000),
        "<a href=x>".repeat(20_000),
        format!("<a {}>x", "b ".repeat(100_000)),
        "<svg>".repeat(20_000),
        "{mlang en}".repeat(20_000),
        "</b>".repeat(20_000),
        "*".repeat(20_000),
        "<b>a</b>".repeat(20_000),
        "&".repeat(20_000),
        "<".repeat(20_000),
    ] {
        for flow in [Flow::Blocks, Flow::Line] {
            read(&html, flow);
        }
    }
}
