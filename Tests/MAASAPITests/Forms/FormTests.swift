import Testing

@testable import Formats
@testable import MAASAPI
@testable import MAASRegion

@Suite struct FormTests {
    private func form(_ pairs: (name: String, value: String)...) -> Form { Form(Parameters(pairs)) }

    @Test(arguments: [
        ("true", true), ("False", false), ("", false), ("0", true), ("no", true), ("off", true), ("TRUE", true),
    ])
    func checkboxes(text: String, value: Bool) {
        #expect(form(("x", text)).checkbox("x").value == value)
    }

    @Test(arguments: [
        ("on", true), ("Y", true), ("t", true), ("1", true), ("off", false), ("N", false), ("0", false),
    ])
    func switches(text: String, value: Bool) throws {
        #expect(try form(("x", text)).strictFlag("x") == value)
    }

    @Test func aSwitchRefusesOtherWords() {
        let error = #expect(throws: Refusal.self) { _ = try form(("erase", "maybe")).strictFlag("erase") }
        #expect(error?.text == "Invalid erase: Value should be 'true' or 'false'")
    }

    @Test func nullableFlagsKnowSixWords() {
        #expect(form(("x", "2")).nullableFlag("x").value == true)
        #expect(form(("x", "3")).nullableFlag("x").value == false)
        #expect(form(("x", "1")).nullableFlag("x").value == nil)
    }

    @Test func integersAreReadAsDjangoDoes() {
        var fields = form(("a", " 7 "), ("b", "7.0"), ("c", "seven"), ("d", "99"), ("e", ""))
        #expect(fields.integer("a").value == 7)
        #expect(fields.integer("b").value == 7)
        #expect(fields.integer("c").value == nil)
        #expect(fields.integer("d", max: 10).value == nil)
        #expect(fields.integer("e", required: true).value == nil)
        #expect(fields.integer("f").isSent == false)
        #expect(
            fields.errors.fields.map { "\($0.name): \($0.messages[0])" } == [
                "c: Enter a whole number.", "d: Ensure this value is less than or equal to 10.",
                "e: This field is required.",
            ])
    }

    @Test func absentEmptyAndSentDiffer() {
        var fields = form(("empty", "  "), ("sent", " x "))
        #expect(fields.text("empty").orKeep("old") == nil)
        #expect(fields.text("absent").orKeep("old") == "old")
        #expect(fields.text("sent").orKeep("old") == "x")
    }

    @Test func choicesNameWhatIsAllowed() {
        var fields = form(("mode", "bogus"))
        _ = fields.listedChoice("mode", of: ["auto", "dhcp"])
        _ = fields.choice("mode", of: ["auto", "dhcp"])
        #expect(
            fields.errors.fields[0].messages == [
                "'bogus' is not a valid mode.  It should be one of: 'auto', 'dhcp'.",
                "Select a valid choice. bogus is not one of the available choices.",
            ])
    }
}
