//! HTML of other formats to the Markdown of a bank.
