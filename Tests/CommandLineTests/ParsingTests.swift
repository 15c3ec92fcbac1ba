import CommandLine
import Testing

@Suite struct ParsingTests {
    private func parse(_ arguments: String...) throws -> ParsedValues {
        try #require(try Sample.serve().parse(arguments))
    }

    @Test func defaultsStandWhenNothingIsGiven() throws {
        let values = try parse()
        #expect(try values[Sample.listen] == "127.0.0.1:5240")
        #expect(try values[Sample.inventory] == nil)
        #expect(try values[Sample.profile] == [])
        #expect(try values[Sample.log] == .text)
        #expect(try values[Sample.seed] == 1)
        #expect(try values[Sample.write] == false)
        #expect(try values[Sample.timeout] == nil)
        #expect(!values.isGiven(Sample.listen))
    }

    @Test func valuesComeTyped() throws {
        let values = try parse(
            "--listen", "[::1]:0", "--inventory=a=b.json", "--log", "json", "--seed", "-7", "--write", "--timeout",
            "2.5")
        #expect(try values[Sample.listen] == "[::1]:0")
        #expect(try values[Sample.inventory] == "a=b.json")
        #expect(try values[Sample.log] == .json)
        #expect(try values[Sample.seed] == -7)
        #expect(try values[Sample.write])
        #expect(try values[Sample.timeout] == 2.5)
        #expect(values.isGiven(Sample.listen))
    }

    @Test func repeatedFlagsKeepTheirOrder() throws {
        #expect(try parse("--profile", "core", "--write", "--profile=lxd")[Sample.profile] == ["core", "lxd"])
    }

    @Test func unambiguousBeginningsOfNamesAreEnough() throws {
        #expect(try parse("--inv", "x.json")[Sample.inventory] == "x.json")
    }

    @Test func aFlagMayStandForTheValueOfAnother() throws {
        #expect(try parse("--inventory", "--write")[Sample.inventory] == "--write")
    }

    @Test(arguments: [
        (["--databse", "x"], "unknown flag '--databse'"),
        (["--inventroy", "x"], "unknown flag '--inventroy'; did you mean '--inventory'?"),
        (["--inventroy=x"], "unknown flag '--inventroy'; did you mean '--inventory'?"),
        (["-x"], "unknown flag '-x'"),
        (["--l", "x"], "'--l' could be --listen or --log"),
        (["--inventory"], "--inventory: a value is missing"),
        (["--inventory", ""], "--inventory: the value is empty"),
        (["--write=yes"], "--write: takes no value"),
        (["--seed", "many"], "--seed: 'many' is not a whole number"),
        (["--timeout", "inf"], "--timeout: 'inf' is not a number"),
        (["--log", "jsn"], "--log: 'jsn' is not one of text, json, off; did you mean 'json'?"),
        (["--log", "everything"], "--log: 'everything' is not one of text, json, off"),
        (["--seed", "1", "--seed", "2"], "--seed: may be given only once"),
        (["surplus"], "unexpected argument 'surplus'"),
        (["--", "--write"], "unexpected argument '--write'"),
    ])
    func refusalsNameTheFlag(arguments: [String], message: String) {
        #expect(throws: UsageError(message)) { try Sample.serve().parse(arguments) }
    }

    @Test func operandsMayStandAnywhere() throws {
        let command = Command(
            "check", summary: "", flags: [Sample.write], operands: [Operand("FILE", help: "")],
            action: { _ in .success })
        for arguments in [["a.json", "--write"], ["--write", "a.json"], ["--write", "--", "a.json"]] {
            let values = try #require(try command.parse(arguments))
            #expect(values.operands == ["a.json"])
            #expect(try values[Sample.write])
        }
        #expect(try command.parse(["--", "-"])?.operands == ["-"])
        #expect(try command.parse(["--", "--write"])?.operands == ["--write"])
    }

    @Test func missingOperandsAndRequiredFlagsAreNamed() {
        #expect(throws: UsageError("FILE is missing")) { try Sample.check.parse([]) }
        #expect(throws: UsageError("--out: is required")) { try Sample.capture.parse([]) }
    }

    @Test func anyNumberOfOperands() throws {
        #expect(try Sample.clean.parse([])?.operands == [])
        #expect(try Sample.clean.parse(["a", "b", "c"])?.operands == ["a", "b", "c"])
    }

    @Test func helpWinsOverWhatIsMissing() throws {
        #expect(try Sample.capture.parse(["--help"]) == nil)
        #expect(try Sample.check.parse(["-h"]) == nil)
    }

    @Test func aFlagThatTheCommandDoesNotDeclareIsAnError() throws {
        #expect(throws: UsageError.self) { try parse()[Sample.out] }
    }

    @Test func scansAtOnceDoNotDisturbEachOther() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let values = try #require(
                        try Sample.serve().parse(["--seed", "\(number)", "--profile", "p\(number)", "--write"]))
                    return try values[Sample.seed] == number && values[Sample.profile] == ["p\(number)"]
                }
            }
            for try await right in group { #expect(right) }
        }
    }
}
