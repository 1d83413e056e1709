//! The words of registrations that pages, letters and tables share.

use wiec_model::registration::{Environment, Service};

use crate::messages::Messages;

impl Messages {
    /// A service, as somebody asks for it.
    #[must_use]
    pub fn service(&self, service: Service) -> &'static str {
        match service {
            Service::SignLanguage => self.service_sign_language(),
            Service::HearingLoop => self.service_hearing_loop(),
            Service::Captions => self.service_captions(),
            Service::StepFree => self.service_step_free(),
            Service::Assistant => self.service_assistant(),
            Service::LargePrint => self.service_large_print(),
            Service::GuideDog => self.service_guide_dog(),
            Service::Diet => self.service_diet(),
            Service::QuietRoom => self.service_quiet_room(),
        }
    }

    /// Where somebody comes from.
    #[must_use]
    pub fn environment(&self, environment: Environment) -> &'static str {
        match environment {
            Environment::LocalGovernment => self.environment_local_government(),
            Environment::Government => self.environment_government(),
            Environment::Academia => self.environment_academia(),
            Environment::Organisation => self.environment_organisation(),
            Environment::Business => self.environment_business(),
            Environment::Resident => self.environment_resident(),
            Environment::Media => self.environment_media(),
            Environment::Other => self.environment_other(),
        }
    }

    /// The state of a registration, by its word in columns.
    #[must_use]
    pub fn state_of_registration(&self, word: &str) -> &'static str {
        match word {
            "submitted" => self.registration_is_submitted(),
            "confirmed" => self.registration_is_confirmed(),
            "waitlisted" => self.registration_is_waitlisted(),
            "declined" => self.registration_is_declined(),
            "withdrawn" => self.registration_is_withdrawn(),
            _ => self.registration_is_checked_in(),
        }
    }
}
