//! The cities that are suggested, with their codes and sizes. Any other town can be written.

use std::sync::LazyLock;

use wiec_model::registration::Town;
use wiec_model::registration::statistics::TownSize;

/// Cities with the rights of a district. Names, coordinates and populations: GeoNames, CC BY 4.0.
const TABLE: &str = include_str!("towns.tsv");

/// A city of the list.
pub struct City {
    /// What it is called.
    pub name: &'static str,
    /// The code of its commune.
    pub terc: &'static str,
    /// How many people live there.
    inhabitants: u32,
}

static CITIES: LazyLock<Vec<City>> = LazyLock::new(|| {
    let rows = TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("powiat_code"));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let terc = cells.nth(1)?;
        let name = cells.next()?;
        let inhabitants = cells.nth(2)?.parse().ok()?;
        Some(City {
            name,
            terc,
            inhabitants,
        })
    })
    .collect()
});

/// All cities of the list.
pub fn cities() -> &'static [City] {
    &CITIES
}

/// A town as somebody wrote it, with its code if it is of the list.
pub fn town(written: &str) -> Town {
    let wanted = written.to_lowercase();
    let city = CITIES
        .iter()
        .find(|city| city.name.to_lowercase() == wanted);
    Town {
        name: city.map_or(written, |city| city.name).to_owned(),
        terc: city.map(|city| city.terc.to_owned()),
    }
}

/// How large the town with this code is.
pub fn size(terc: Option<&str>) -> TownSize {
    let city = terc.and_then(|terc| CITIES.iter().find(|city| city.terc == terc));
    TownSize::of(city.map(|city| city.inhabitants))
}

#[cfg(test)]
mod tests {
    use wiec_model::registration::statistics::voivodeship;

    use super::*;

    #[test]
    fn a_city_is_found_however_it_is_capitalised_and_any_other_town_is_kept_as_written() {
        let kielce = town("KIELCE");
        assert_eq!(kielce.name, "Kielce");
        let terc = kielce.terc.unwrap();
        assert_eq!(voivodeship(&terc), Some("świętokrzyskie"));
        assert_eq!(size(Some(&terc)), TownSize::Large);
        let other = town("Chęciny");
        assert_eq!((other.name.as_str(), other.terc), ("Chęciny", None));
    }

    #[test]
    fn all_66_cities_with_the_rights_of_a_district_are_there_once() {
        let mut codes: Vec<&str> = cities().iter().map(|city| city.terc).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 66);
        assert!(codes.iter().all(|code| voivodeship(code).is_some()));
    }
}
