//! Other formats of questions, in and out.
