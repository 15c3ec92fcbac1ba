/// What was given to a command, already checked.
public struct ParsedValues: Sendable {
    private let command: String
    private let declared: Set<String>
    private let texts: [String: [String]]
    /// The arguments that are no flags, in order.
    public let operands: [String]

    init(command: String, declared: Set<String>, texts: [String: [String]], operands: [String]) {
        self.command = command
        self.declared = declared
        self.texts = texts
        self.operands = operands
    }

    /// The value of a flag, or its default.
    /// - Throws: `UsageError` when the command does not declare this flag, which is a mistake of the program's.
    public subscript<Value>(_ flag: Flag<Value>) -> Value {
        get throws {
            guard declared.contains(flag.name) else {
                throw UsageError(flag: flag.name, "is not a flag of \(command)")
            }
            return try flag.value(of: texts[flag.name] ?? [])
        }
    }

    /// True when the flag stands on the command line, whatever its default.
    public func isGiven(_ flag: some AnyFlag) -> Bool { texts[flag.name] != nil }
}
