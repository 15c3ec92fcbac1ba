import Addresses
import Formats
import MAASRegion

/// How a form says how a machine is to be powered.
extension PowerConfiguration {
    /// Reads `power_type`, `power_parameters` (JSON) and `power_parameters_NAME`; what is not sent stays as it was.
    /// - Returns: `nil` when the form says nothing of power, or something wrong.
    static func read(
        _ version: MAASVersion, _ form: inout Form, type oldType: String, _ old: [String: JSONValue]
    ) throws -> PowerConfiguration? {
        var sent = try sentParameters(form.parameters, isKnown: !old.isEmpty)
        let skipsCheck = form.checkbox("power_parameters_skip_check").value ?? false
        let type = form.choice("power_type", of: try PowerDriver.all(in: version).map(\.name))
        if form.errors.contains("power_type") { return nil }
        let name = type.value ?? oldType
        guard type.value != nil || !sent.isEmpty, let driver = try PowerDriver.named(name, in: version) else {
            return nil
        }
        let known = Set(driver.parameters.map(\.name))
        let unknown = sent.keys.filter { !known.contains($0) }.sorted()
        if !unknown.isEmpty, !skipsCheck {
            form.add("power_parameters", "Unknown parameter(s): \(unknown.joined(separator: ", ")).")
            return nil
        }
        if name == oldType { sent = old.merging(sent) { $1 } }
        let messages = skipsCheck ? [] : problems(driver, sent)
        for message in messages { form.add("power_parameters", message) }
        return messages.isEmpty ? PowerConfiguration(driver, sent) : nil
    }

    /// What is wrong with a driver's parameters: one message when nothing was given where something must be, else one
    /// for each that is missing or no choice of its field, under the field's label.
    private static func problems(_ driver: PowerDriver, _ sent: [String: JSONValue]) -> [String] {
        if driver.parameters.allSatisfy({ sent[$0.name] == nil }) {
            return driver.parameters.contains(where: \.isRequired) ? [Form.required] : []
        }
        return driver.parameters.flatMap { parameter -> [String] in
            let value = sent[parameter.name] ?? parameter.standard
            let words = value.strings.isEmpty ? [value.string ?? value.text] : value.strings
            if value == .string("") || value == .null || value == .array([]) {
                return parameter.isRequired ? ["\(parameter.label): \(Form.required)"] : []
            }
            switch parameter.type {
            case "choice", "multiple_choice":
                let choices = parameter.choices.compactMap(\.first)
                guard let wrong = words.first(where: { !choices.contains($0) }) else { return [] }
                return ["\(parameter.label): \(Form.listedChoiceMessage(parameter.name, wrong, choices))"]
            case "mac_address":
                return words.filter { !MACAddress.isAccepted($0) }.map {
                    "\(parameter.label): \(MACAddress.message($0))"
                }
            default: return []
            }
        }
    }

    private static func sentParameters(_ parameters: Parameters, isKnown: Bool) throws -> [String: JSONValue] {
        var sent: [String: JSONValue] = [:]
        if let text = parameters["power_parameters"], !text.strippedOfBlanks.isEmpty {
            guard let value = try? JSONValue(parsing: text.utf8) else {
                throw Refusal.invalid("Failed to parse JSON power_parameters")
            }
            guard case .object(let members) = value else {
                let type = value.pythonType
                if isKnown { throw Refusal.unexpected("'\(type)' object has no attribute 'get'") }
                throw Refusal.unexpected(
                    ["str", "list"].contains(type)
                        ? "'\(type)' object has no attribute 'items'" : "argument of type '\(type)' is not iterable")
            }
            sent = members
        }
        let prefix = "power_parameters_"
        for name in parameters.names where name.hasPrefix(prefix) && name != prefix + "skip_check" {
            let key = String(name.dropFirst(prefix.count))
            let values = parameters.all(name)
            sent[key] =
                key == "workaround_flags" ? .array(values.map(JSONValue.string)) : .string(values.last ?? "")
        }
        return sent
    }
}

extension JSONValue {
    /// The class that Python makes of it.
    fileprivate var pythonType: String {
        switch self {
        case .null: "NoneType"
        case .bool: "bool"
        case .integer: "int"
        case .number(let number): number.rounded() == number && abs(number) > 9e18 ? "int" : "float"
        case .string: "str"
        case .array: "list"
        case .object: "dict"
        }
    }
}
