#![doc = include_str!("../README.md")]

mod columns;
mod dots;
mod figures;
mod hulls;
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
