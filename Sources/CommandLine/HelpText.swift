/// Lays out help: 80 columns, two columns for lists, paragraphs wrapped at words.
enum HelpText {
    static let width = 80
    /// A name longer than this gets a line of its own above its explanation.
    static let longestName = 26

    /// A titled list of names and explanations, the explanations aligned.
    static func list(_ title: String, _ rows: [(name: String, help: String)]) -> String {
        let widest = rows.map(\.name.count).filter { $0 <= longestName }.max() ?? 0
        let column = widest + 4
        let indent = String(repeating: " ", count: column)
        let lines = rows.map { row in
            let help = wrap(row.help, width: width - column)
            let name = "  " + row.name
            let first =
                row.name.count > longestName
                ? name + (help.first.map { "\n" + indent + $0 } ?? "")
                : name + (help.first.map { String(repeating: " ", count: column - name.count) + $0 } ?? "")
            return ([first] + help.dropFirst().map { indent + $0 }).joined(separator: "\n")
        }
        return "\(title):\n" + lines.joined(separator: "\n")
    }

    /// Paragraphs wrapped to the whole width; a line that begins with a space stays as it is.
    static func paragraphs(_ text: String) -> String {
        var lines: [String] = []
        var paragraph: [Substring] = []
        func flush() {
            lines += wrap(paragraph.joined(separator: " "), width: width)
            paragraph = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix(" ") {
                flush()
                lines.append(String(line))
            } else {
                paragraph.append(line)
            }
        }
        flush()
        return lines.joined(separator: "\n")
    }

    static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension Command {
    /// The whole help text of this command of `program`.
    func helpText(program: String) -> String {
        let usage =
            ["Usage: \(program) \(name)"]
            + flags.filter(\.isRequired).map { "--\($0.name) \($0.placeholder ?? "")" }
            + (flags.contains { !$0.isRequired } ? ["[OPTION]..."] : [])
            + operands.map(\.signature)
        var parts = [HelpText.wrap(usage.joined(separator: " "), width: HelpText.width).joined(separator: "\n    ")]
        parts.append(HelpText.paragraphs(sentence(summary)))
        if !operands.isEmpty { parts.append(HelpText.list("Arguments", operands.map { ($0.placeholder, $0.help) })) }
        let rows = flags.map { (name: $0.signature, help: $0.helpWithNotes) } + [("-h, --help", "show this help")]
        parts.append(HelpText.list("Options", rows))
        if !discussion.isEmpty { parts.append(HelpText.paragraphs(discussion)) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The command as the list of commands names it.
    var signature: String { ([name] + operands.map(\.signature)).joined(separator: " ") }
}

extension CommandLineTool {
    /// The whole help text of the program.
    var helpText: String {
        [
            "Usage: \(name) COMMAND [OPTION]...",
            HelpText.paragraphs(sentence(summary)),
            HelpText.list("Commands", commands.map { ($0.signature, $0.summary) }),
            HelpText.list(
                "Options",
                [
                    ("-h, --help", "show this help"), ("--version", "show the version"),
                    ("--completion SHELL", "print completions for bash, zsh or fish"),
                    ("--man-page", "print the page of the manual"),
                ]),
            HelpText.paragraphs(
                (discussion.isEmpty ? "" : "\(discussion)\n\n") + "'\(name) COMMAND --help' tells more about a command."
            ),
        ].joined(separator: "\n\n") + "\n"
    }
}

extension Operand {
    fileprivate var signature: String { count == .one ? placeholder : "[\(placeholder)...]" }
}

extension AnyFlag {
    fileprivate var signature: String { "--\(name)" + (placeholder.map { " \($0)" } ?? "") }

    var helpWithNotes: String {
        var notes: [String] = []
        if isRequired { notes.append("required") }
        if isRepeatable, placeholder != nil { notes.append("may be repeated") }
        if let defaultText { notes.append("default: \(defaultText)") }
        return help + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }
}

/// A one-line summary as a sentence of its own.
private func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + (summary.hasSuffix(".") ? "" : ".")
}
