/// What MAAS knows to reach a host or a machine's power. Holds secrets, so it shows only names when printed.
public struct PowerParameters: Sendable, Hashable, Codable {
    private let values: [String: String]

    /// Reads an object of texts, numbers, switches and lists of texts, all of them kept as text; `null` is left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        var values: [String: String] = [:]
        for key in container.allKeys where try !container.decodeNil(forKey: key) {
            values[key.stringValue] = try container.decode(PowerValue.self, forKey: key).text
        }
        self.values = values
    }

    /// Writes every value as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for (name, value) in values { try container.encode(value, forKey: AnyKey(name)) }
    }

    /// A value by MAAS's name; a list of choices joined by commas. Numbers and switches as MAAS takes them in forms.
    public subscript(_ name: String) -> String? { values[name] }
    /// What there is, without the values, which may be secret.
    public var names: [String] { values.keys.sorted() }
    /// Where the hypervisor or BMC is: a host, an https URL or, for virsh, a `qemu+ssh://` URL.
    public var powerAddress: String? { values["power_address"] }
    /// The LXD project.
    public var project: String? { values["project"] }
}

extension PowerParameters: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the parameters; no value.
    public var description: String { "power parameters: \(names.joined(separator: ", "))" }
    /// The same as `description`: debuggers show no secret either.
    public var debugDescription: String { description }
    /// Only the names, so that neither `dump` nor a failed test shows a secret.
    public var customMirror: Mirror { Mirror(self, children: ["names": names]) }
}

/// One power parameter as text: MAAS's forms make strings of most, and keep numbers, switches and choices of several
/// (IPMI's `workaround_flags`) as they are.
private struct PowerValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text =
            try Self.attempt { try container.decode(String.self) }
            ?? Self.attempt { try container.decode(Bool.self).paramText }
            ?? Self.attempt {
                // Foundation refuses to make an `Int` of 0.5 with an error that is no `DecodingError`.
                let number = try container.decode(Double.self)
                return Int(exactly: number)?.paramText ?? number.paramText
            }
            ?? container.decode([String].self).joined(separator: ",")
    }

    /// `nil` when the value is of another type.
    private static func attempt(_ decode: () throws -> String) throws -> String? {
        do {
            return try decode()
        } catch DecodingError.typeMismatch {
            return nil
        }
    }
}
