/// A shell that completes what a person types.
public enum CompletingShell: String, CaseIterable, FlagReadable {
    /// The three that Debian has packages for.
    case bash, zsh, fish
}

extension CommandLineTool {
    /// A script that makes the shell complete commands, flags and file names of this program, made of the table of
    /// commands.
    public func completions(for shell: CompletingShell) -> String {
        switch shell {
        case .bash: bashCompletions
        case .zsh: zshCompletions
        case .fish: fishCompletions
        }
    }

    private var function: String { "_" + name.replacing("-", with: "_") }

    private var bashCompletions: String {
        var lines = [
            "# Completions of \(name) for bash.", "\(function)() {", #"    local current=${COMP_WORDS[COMP_CWORD]}"#,
            #"    local before=${COMP_WORDS[COMP_CWORD - 1]}"#, "    COMPREPLY=()", "    if ((COMP_CWORD == 1)); then",
            "        COMPREPLY=($(compgen -W \"\(programWords.joined(separator: " "))\" -- \"$current\"))",
            "        return",
            "    fi", #"    case "${COMP_WORDS[1]}:$before" in"#,
        ]
        for command in commands {
            let files = command.flags.filter(\.takesFile).map { "\(command.name):--\($0.name)" }
            if !files.isEmpty {
                lines.append("        \(files.joined(separator: " | ")))")
                lines += [
                    #"            COMPREPLY=($(compgen -f -- "$current"))"#, "            return", "            ;;",
                ]
            }
        }
        lines += ["    esac", #"    case "${COMP_WORDS[1]}" in"#]
        for command in commands {
            let words = (command.flags.map { "--\($0.name)" } + ["--help"]).joined(separator: " ")
            lines.append("        \(command.name)) COMPREPLY=($(compgen -W \"\(words)\" -- \"$current\")) ;;")
        }
        lines += [
            "    esac", "    # What is no flag may be a file.",
            #"    if [[ ${#COMPREPLY[@]} -eq 0 && "$current" != -* ]]; then COMPREPLY=($(compgen -f -- "$current")); fi"#,
            "}", "complete -o filenames -F \(function) \(name)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var zshCompletions: String {
        var lines = [
            "#compdef \(name)", "# Completions of \(name) for zsh.", "\(function)() {", "    local -a commands",
            "    commands=(",
        ]
        lines += commands.map { "        '\(Self.zshText($0.name)):\(Self.zshText($0.summary))'" }
        lines += [
            "    )", "    if ((CURRENT == 2)); then", "        _describe command commands", "        return", "    fi",
        ]
        lines.append("    case ${words[2]} in")
        for command in commands {
            let flags = command.flags.map { flag in
                let rest = flag.placeholder.map { ":\($0):\(flag.takesFile ? "_files" : "")" } ?? ""
                return "'--\(flag.name)[\(Self.zshText(flag.help))]\(rest)'"
            }
            let all = flags + ["'--help[show this help]'", "'*:file:_files'"]
            lines.append("        \(command.name))")
            lines.append("            shift words; ((CURRENT--))")
            lines.append("            _arguments \\")
            lines.append(all.map { "                \($0)" }.joined(separator: " \\\n"))
            lines.append("            ;;")
        }
        lines += ["    esac", "}", "\(function) \"$@\""]
        return lines.joined(separator: "\n") + "\n"
    }

    private var fishCompletions: String {
        func quoted(_ text: String) -> String {
            "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }
        var lines = ["# Completions of \(name) for fish.", "complete -c \(name) -n __fish_use_subcommand -f"]
        for command in commands {
            lines.append(
                "complete -c \(name) -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
            for flag in command.flags {
                let value = flag.placeholder == nil ? "" : flag.takesFile ? " -r -F" : " -x"
                lines.append(
                    "complete -c \(name) -n '__fish_seen_subcommand_from \(command.name)' -l \(flag.name)\(value) "
                        + "-d \(quoted(flag.help))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var programWords: [String] { commands.map(\.name) + ["help", "--help", "--version"] }

    /// What ends a text in a specification of zsh's.
    private static func zshText(_ text: String) -> String {
        text.replacing("'", with: "'\\''").replacing("[", with: "(").replacing("]", with: ")").replacing(
            ":", with: "\\:")
    }
}

extension AnyFlag {
    /// True when its value names a file or a folder.
    var takesFile: Bool { placeholder == "FILE" || placeholder == "FOLDER" }
}
