/// Why the region does not do what it was asked, in MAAS's own words. Thrown, it undoes what the operation did so far.
///
/// The model knows kinds of refusals; how each is told to a client is the API's business.
package enum Refusal: Error, Equatable {
    /// What was sent breaks a rule.
    case invalid(String)
    /// Fields break rules.
    case invalidFields(FieldErrors, by: Check)
    /// The state does not allow it.
    case conflict(String)
    /// Another has what only one can have, and the database is who noticed.
    case collision
    /// There is no object of MAAS's class, such as `Machine` or `Pod`.
    case notFound(String)
    /// Something is not there, said in words of its own.
    case missing(String)
    /// The caller has no right to it; MAAS often says no more than that.
    case forbidden(String = "")
    /// Hypervisors, power or addresses that could not be had.
    case unavailable(String)
    /// No rack controller is connected that could do it.
    case noRackController
    /// MAAS did not expect it and fails; the text is its exception's.
    case unexpected(String, PythonException = .other)

    /// Who found a field wrong.
    package enum Check: Sendable {
        case form
        /// What MAAS checks when it saves, after its forms.
        case model
    }

    /// The class of an exception in MAAS, as far as others tell them apart.
    package enum PythonException: String, Sendable {
        case other = "Exception"
        case valueError = "ValueError"
        case addrFormatError = "AddrFormatError"
    }

    /// Refuses one field.
    package static func field(_ name: String, _ message: String, by check: Check = .form) -> Refusal {
        .invalidFields(FieldErrors(name, message), by: check)
    }

    /// Refuses for want of a parameter that an operation cannot do without.
    package static func notProvided(_ name: String) -> Refusal { .invalid("No provided \(name)!") }

    /// What MAAS fails with when its database refuses a text for its length.
    package static func tooLong(_ limit: Int) -> Refusal {
        .unexpected("value too long for type character varying(\(limit))\n")
    }

    /// Refuses to choose among several objects of MAAS's class where one was asked for.
    package static func ambiguous(_ model: String) -> Refusal {
        .forbidden("Too many \(model) objects match the given query.")
    }

    /// What the refusal says, without the form that a client gets it in.
    package var text: String {
        switch self {
        case .invalid(let text), .conflict(let text), .missing(let text), .forbidden(let text),
            .unavailable(let text), .unexpected(let text, _):
            text
        case .invalidFields(let errors, _): errors.description
        case .noRackController: "Unable to connect to any rack controller ; no connections available."
        case .collision: "The request could not be completed due to a conflict with the current state of the database."
        case .notFound(let model): "No \(model) matches the given query."
        }
    }
}
