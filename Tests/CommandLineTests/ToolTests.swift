import Foundation
import CommandLine
import Testing

@Suite struct ToolTests {
    @Test func programHelp() async {
        let expected = """
            Usage: sample COMMAND [OPTION]...

            Answers like a region.

            Commands:
              serve           serve an emulated region
              check FILE      check a fixture
              capture         capture a region
              clean [RUN...]  remove what runs left

            Options:
              -h, --help          show this help
              --version           show the version
              --completion SHELL  print completions for bash, zsh or fish
              --man-page          print the page of the manual

            'sample COMMAND --help' tells more about a command.

            """
        let outcome = await Sample.tool().outcome("--help")
        #expect(outcome.output == expected)
        #expect(outcome.code == .success)
        #expect(outcome.errors.isEmpty)
        #expect(await Sample.tool().outcome("-h").output == outcome.output)
        #expect(await Sample.tool().outcome("help").output == outcome.output)
    }

    @Test func commandHelp() async {
        let expected = """
            Usage: sample serve [OPTION]...

            Serve an emulated region.

            Options:
              --listen ADDR:PORT   address and port to listen on; port 0 takes a free one
                                   (default: 127.0.0.1:5240)
              --inventory FILE     the fixture that an empty region starts from
              --profile NAME       which cases to run (may be repeated)
              --log text|json|off  one line a request on standard error (default: text)
              --seed N             for system ids (default: 1)
              --write              allow creating things
              --control-token-of-the-emulator TOKEN
                                   wanted by the control endpoints
              --timeout SECONDS    seconds a case
              -h, --help           show this help

            """
        let outcome = await Sample.tool().outcome("serve", "--help")
        #expect(outcome.output == expected)
        #expect(outcome.code == .success)
        #expect(await Sample.tool().outcome("help", "serve").output == outcome.output)
        #expect(await Sample.tool().outcome("serve", "--seed", "3", "-h").output == outcome.output)
    }

    @Test func discussionsKeepTheirIndentedLines() async {
        let expected = """
            Usage: sample check FILE

            Check a fixture.

            Arguments:
              FILE  the fixture

            Options:
              -h, --help  show this help

            Exit codes:
               0  valid
              65  not valid

            """
        #expect(await Sample.tool().outcome("check", "--help").output == expected)
    }

    @Test func helpFitsEightyColumns() async {
        for command in ["serve", "check", "capture", "clean"] {
            for line in await Sample.tool().outcome("help", command).output.split(separator: "\n") {
                #expect(line.count <= 80)
                #expect(line.last != " ")
            }
        }
    }

    @Test func version() async {
        #expect(await Sample.tool().outcome("--version").output == "sample 1.2.3\n")
    }

    @Test func withoutACommandTheHelpGoesToStandardError() async {
        let outcome = await Sample.tool().outcome()
        #expect(outcome.code == .usage)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == (await Sample.tool().outcome("--help").output))
    }

    @Test(arguments: [
        ("serv", "sample: unknown command 'serv'; did you mean 'serve'?\nTry 'sample --help'.\n"),
        ("destroy", "sample: unknown command 'destroy'\nTry 'sample --help'.\n"),
        ("--seed", "sample: a command comes before the flag '--seed'\nTry 'sample --help'.\n"),
    ])
    func unknownCommands(word: String, message: String) async {
        let outcome = await Sample.tool().outcome(word)
        #expect(outcome.errors == message)
        #expect(outcome.code == .usage)
    }

    @Test func badFlagsEndWithUsage() async {
        let outcome = await Sample.tool().outcome("serve", "--seed", "x")
        #expect(outcome.code == .usage)
        #expect(outcome.errors == "sample serve: --seed: 'x' is not a whole number\nTry 'sample serve --help'.\n")
        #expect(outcome.output.isEmpty)
    }

    @Test func failuresEndWithTheirCode() async {
        let outcome = await Sample.tool().outcome("check", "a.json")
        #expect(outcome.code == .dataError)
        #expect(outcome.errors == "sample: a.json: not a fixture\n")
    }

    @Test func otherErrorsEndWithFailure() async {
        struct Odd: Error, CustomStringConvertible { let description = "something odd" }
        let outcome = await Sample.tool(Sample.serve { _ in throw Odd() }).outcome("serve")
        #expect(outcome.code == .failure)
        #expect(outcome.errors == "sample: something odd\n")
    }

    @Test func actionsMayRefuseFlagsThatDoNotGoTogether() async {
        let serve = Sample.serve { _ in throw UsageError(flag: "inventory", "cannot go with --database") }
        let outcome = await Sample.tool(serve).outcome("serve")
        #expect(outcome.code == .usage)
        #expect(outcome.errors.hasPrefix("sample serve: --inventory: cannot go with --database\n"))
    }

    @Test func theActionGetsTheValuesAndGivesTheCode() async {
        let serve = Sample.serve { values in
            try values[Sample.seed] == 5 ? ExitCode(rawValue: 42) : .failure
        }
        #expect(await Sample.tool(serve).outcome("serve", "--seed", "5").code.rawValue == 42)
    }

    @Test func errorsSayWhatHappenedToWhoeverCatchesThem() {
        let errors: [(any Error, String)] = [
            (UsageError(flag: "seed", "is required"), "--seed: is required"),
            (CommandFailure(.ioError, "a.json cannot be written"), "a.json cannot be written"),
            (FlagValueError("'x' is not a number"), "'x' is not a number"),
        ]
        for (error, text) in errors { #expect(error.localizedDescription == text) }
    }

    @Test func exitCodesAreThoseOfTheContract() {
        let codes: [ExitCode] = [.success, .failure, .cannotWork, .usage, .dataError, .unavailable, .ioError]
        #expect(codes.map(\.rawValue) == [0, 1, 2, 64, 65, 69, 74])
    }
}
