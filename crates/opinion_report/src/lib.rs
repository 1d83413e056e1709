#![doc = include_str!("../README.md")]

mod canvas;
mod columns;
mod dots;
mod figures;
mod marks;
mod picture;
mod report;
mod rows;
mod subject;
mod text;

pub use marks::letter;
pub use picture::picture;
pub use report::report;
pub use subject::Subject;
