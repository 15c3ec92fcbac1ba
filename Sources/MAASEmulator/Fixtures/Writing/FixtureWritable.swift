import Formats

/// What a fixture can hold.
protocol FixtureWritable {
    var written: JSONValue { get }
}

extension JSONValue: FixtureWritable {
    var written: JSONValue { self }

    /// An object of a fixture. What is `nil` is left out: the loader says it itself.
    static func fixture(_ members: KeyValuePairs<String, (any FixtureWritable)?>) -> JSONValue {
        .object(FixtureWriter.members(members))
    }

    /// What a fixture says of something that is not there, where the loader would make something up.
    static func orNull(_ value: (any FixtureWritable)?) -> JSONValue { value?.written ?? .null }
}

extension String: FixtureWritable {
    var written: JSONValue { .string(self) }
    /// What nobody has to be told is left out.
    var unlessEmpty: String? { isEmpty ? nil : self }
}

extension Int: FixtureWritable {
    var written: JSONValue { .integer(self) }
    func unless(_ standard: Int) -> Int? { self == standard ? nil : self }
}

extension Double: FixtureWritable {
    var written: JSONValue { .number(self) }
}

extension Bool: FixtureWritable {
    var written: JSONValue { .bool(self) }
    func unless(_ standard: Bool) -> Bool? { self == standard ? nil : self }
}

extension Array: FixtureWritable where Element: FixtureWritable {
    var written: JSONValue { .array(map(\.written)) }
    var unlessEmpty: Self? { isEmpty ? nil : self }
}

extension Dictionary: FixtureWritable where Key == String, Value: FixtureWritable {
    var written: JSONValue { .object(mapValues(\.written)) }
    var unlessEmpty: Self? { isEmpty ? nil : self }
}
