/// An argument of a command that is not a flag, such as the file that is to be checked.
public struct Operand: Sendable {
    /// How often it may be given.
    public enum Count: Sendable {
        /// Exactly once.
        case one
        /// Never, once or more often; only the last operand of a command.
        case any
    }

    /// What stands for it in the help text.
    public let placeholder: String
    /// Explains it in the help text: no capital at the beginning, no full stop.
    public let help: String
    /// How often it may be given.
    public let count: Count

    /// An operand that must be given once, unless `count` says otherwise.
    public init(_ placeholder: String, help: String, count: Count = .one) {
        self.placeholder = placeholder
        self.help = help
        self.count = count
    }
}

/// One command of a program: `serve` in `maas-emulator serve`.
public struct Command: Sendable {
    /// Does the command's work. It throws `UsageError` for flags that do not go together and `CommandFailure` to end
    /// with a certain exit code; any other error ends with `ExitCode.failure`.
    public typealias Action = @Sendable (ParsedValues) async throws -> ExitCode

    /// The word that calls it.
    public let name: String
    /// One line for the list of commands.
    public let summary: String
    /// Paragraphs shown after the flags; lines that begin with a space are kept as they are.
    public let discussion: String
    /// What it takes besides its operands; `--help` comes by itself.
    public let flags: [any AnyFlag]
    /// Names that people try, of flags that are called otherwise here: a refusal of the first names the second.
    public let flagSynonyms: [String: String]
    /// In the order they are given.
    public let operands: [Operand]
    /// What it does.
    public let action: Action

    /// A command as the program lists it.
    public init(
        _ name: String, summary: String, discussion: String = "", flags: [any AnyFlag] = [],
        flagSynonyms: [String: String] = [:], operands: [Operand] = [], action: @escaping Action
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.flags = flags
        self.flagSynonyms = flagSynonyms
        self.operands = operands
        self.action = action
    }

    /// Reads the arguments that follow the command's name.
    /// - Throws: `UsageError` that names the flag or argument that is wrong, missing or unknown.
    /// - Returns: `nil` when `--help` was among them.
    public func parse(_ arguments: [String]) throws(UsageError) -> ParsedValues? {
        let scan = try OptionScanner(flags: flags, synonyms: flagSynonyms).scan(arguments)
        guard !scan.wantsHelp else { return nil }
        for flag in flags {
            let texts = scan.values[flag.name] ?? []
            if texts.count > 1, !flag.isRepeatable {
                throw UsageError(flag: flag.name, "may be given only once")
            }
            try flag.check(texts)
        }
        try check(scan.operands)
        return ParsedValues(
            command: name, declared: Set(flags.map(\.name)), texts: scan.values, operands: scan.operands)
    }

    private func check(_ given: [String]) throws(UsageError) {
        let required = operands.filter { $0.count == .one }
        if given.count < required.count { throw UsageError("\(required[given.count].placeholder) is missing") }
        if given.count > operands.count, !operands.contains(where: { $0.count == .any }) {
            throw UsageError("unexpected argument '\(given[operands.count])'")
        }
    }
}
