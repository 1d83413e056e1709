//! Prints a schedule.xml in the shape of a large public event, to try an import by hand:
//! parallel tracks, long titles, odd characters, sessions past midnight and over the change of clocks.

use wiec_interchange::sample;

fn main() {
    print!("{}", sample::large_event(740, 14, 4, 1918));
}
