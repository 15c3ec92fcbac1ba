import CommandLine
import Testing

/// What is made of the table of commands for shells and for the manual.
@Suite struct ManualTests {
    @Test(arguments: CompletingShell.allCases)
    func completionsNameEveryCommandAndFlag(shell: CompletingShell) async {
        let outcome = await Sample.tool().outcome("--completion", shell.rawValue)
        #expect(outcome.code == .success)
        for command in Sample.tool().commands {
            #expect(outcome.output.contains(command.name))
            for flag in command.flags {
                #expect(outcome.output.contains(shell == .fish ? "-l \(flag.name)" : "--\(flag.name)"))
            }
        }
    }

    @Test func aShellThatIsNotKnownIsRefused() async {
        for arguments in [["--completion"], ["--completion", "tcsh"]] {
            let errors = Collector()
            #expect(await Sample.tool().run(arguments, output: Collector(), errors: errors) == .usage)
            #expect(errors.text.contains("bash, zsh or fish"))
        }
    }

    @Test func theManualTellsEverythingAndOrdersNothing() async {
        let page = await Sample.tool().outcome("--man-page").output
        #expect(page.hasPrefix(".TH SAMPLE 1 "))
        for command in Sample.tool().commands {
            #expect(page.contains(".SS \"\(command.name)"))
            for flag in command.flags {
                #expect(page.contains("\\fB\\-\\-\(flag.name.replacing("-", with: "\\-"))\\fR"))
            }
        }
        // Lines that begin with a dot are the generator's own.
        let orders = page.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.split(separator: " ")[0] }
        #expect(Set(orders).isSubset(of: [".TH", ".SH", ".SS", ".TP", ".B", ".I", ".PP", ".nf", ".fi"]))
    }
}
