import Formats
import MAASRegion

/// The three kinds of booleans that MAAS's parameters have.
extension Form {
    /// A check box, *bool(form)*: `false` in any case and empty are false, anything else (`0` and `no` too) is true;
    /// not sent is `.absent`, which Django takes for false.
    func checkbox(_ name: String) -> FormField<Bool> {
        guard let text = parameters[name] else { return .absent }
        return .value(text.isChecked)
    }

    /// *bool(strict)*: the words of a switch; blanks alone are off, and anything else is refused at once.
    func strictFlag(_ name: String, default standard: Bool) throws(Refusal) -> Bool {
        try strictFlag(name) ?? (isSent(name) ? false : standard)
    }

    /// *bool(strict)*; `nil` when not sent, or sent as blanks alone.
    func strictFlag(_ name: String) throws(Refusal) -> Bool? {
        guard let text = parameters[name], !text.strippedOfBlanks.isEmpty else { return nil }
        if let flag = Self.switchWord(text) { return flag }
        throw .invalid("Invalid \(name): Value should be 'true' or 'false'")
    }

    /// The words that mean on or off to formencode's `StringBool`; `nil` for any other.
    static func switchWord(_ text: String) -> Bool? {
        switch text.strippedOfBlanks.lowercased() {
        case "true", "t", "yes", "y", "on", "1": true
        case "false", "f", "no", "n", "off", "0": false
        default: nil
        }
    }

    /// *nullbool*: `true`, `True` and `2`; `false`, `False` and `3`; anything else, `1` and `0` too, is unset.
    func nullableFlag(_ name: String) -> FormField<Bool> {
        guard let text = parameters[name] else { return .absent }
        switch text {
        case "true", "True", "2": return .value(true)
        case "false", "False", "3": return .value(false)
        default: return .empty
        }
    }
}
