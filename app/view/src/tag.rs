//! A function for each tag.

/// Elements of HTML: one function per tag.
pub mod html {
    use crate::Element;

    /// An element of any tag, for a tag that is only known when the program runs. Tags of [`svg`](crate::svg) give elements of
    /// SVG here too.
    ///
    /// # Panics
    ///
    /// When the element is shown, if `tag` is no name of a tag.
    pub fn element(tag: &'static str) -> Element {
        Element::new(tag)
    }

    tags!(
        a, article, aside, b, br, button, code, details, div, em, fieldset, figcaption, figure,
        footer, form, h1, h2, h3, h4, h5, h6, header, hr, i, img, input, label, legend, li, main,
        nav, ol, optgroup, option, output, p, pre, progress, section, select, small, span, strong,
        sub, summary, sup, table, tbody, td, textarea, th, thead, tr, ul
    );
}

/// Elements of SVG: one function per tag, in a namespace of their own.
pub mod svg {
    use crate::Element;

    tags!(circle, ellipse, g, line, path, polygon, polyline, rect, svg);
}

/// The namespace of a tag.
pub(crate) fn namespace(tag: &str) -> &'static str {
    match tag {
        "circle" | "ellipse" | "g" | "line" | "path" | "polygon" | "polyline" | "rect" | "svg" => {
            "http://www.w3.org/2000/svg"
        }
        _ => "http://www.w3.org/1999/xhtml",
    }
}
