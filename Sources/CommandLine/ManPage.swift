extension CommandLineTool {
    /// The program's page of the manual, section 1, made of the table of commands.
    public var manPage: String {
        var lines = [
            ".TH \(name.uppercased()) 1 \"\" \"\(name) \(version)\" \"User Commands\"", ".SH NAME",
            "\(Self.roff(name)) \\- \(Self.roff(summary))", ".SH SYNOPSIS", ".B \(Self.roff(name))",
            ".I COMMAND", "[\\fIOPTION\\fR]...", ".SH COMMANDS",
        ]
        for command in commands {
            lines += [".SS \"\(Self.roff(command.signature))\"", Self.roff(Self.sentence(command.summary))]
            for operand in command.operands {
                lines += [".TP", "\\fI\(Self.roff(operand.placeholder))\\fR", Self.roff(operand.help)]
            }
            for flag in command.flags {
                let value = flag.placeholder.map { " \\fI\(Self.roff($0))\\fR" } ?? ""
                lines += [".TP", "\\fB\(Self.roff("--\(flag.name)"))\\fR\(value)", Self.roff(flag.helpWithNotes)]
            }
            lines += Self.paragraphs(command.discussion)
        }
        if !discussion.isEmpty { lines += [".SH DESCRIPTION"] + Self.paragraphs(discussion) }
        lines += [".SH EXIT STATUS"]
        for (code, meaning) in ExitCode.meanings {
            lines += [".TP", "\\fB\(code.rawValue)\\fR", Self.roff(meaning)]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Paragraphs, and lines that begin with a space as they are.
    private static func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        var isVerbatim = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let verbatim = line.hasPrefix(" ")
            if verbatim != isVerbatim {
                lines.append(verbatim ? ".PP\n.nf" : ".fi")
                isVerbatim = verbatim
            }
            lines.append(line.isEmpty ? ".PP" : roff(String(line)))
        }
        if isVerbatim { lines.append(".fi") }
        return lines.isEmpty || lines == [".PP"] ? [] : [".PP"] + lines
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }

    /// A text in which nothing is an order to the typesetter.
    private static func roff(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}

extension ExitCode {
    /// What the codes mean that every program here uses.
    static let meanings: [(ExitCode, String)] = [
        (.success, "Everything asked for was done."), (.failure, "The program worked and found a failure."),
        (.cannotWork, "The program could not do its work."), (.usage, "The command line was wrong."),
        (.dataError, "A file that was given holds something wrong."),
        (.unavailable, "Something that is needed is not to be had, such as an address that is taken."),
        (.ioError, "Reading or writing failed."),
    ]
}
