import RegionTesting
import Testing

@testable import Formats
@testable import MAASAPI
@testable import MAASRegion

/// `notifications/`, as a running MAAS 3.7.3 answers.
@Suite struct NotificationTests {
    private func idents(_ maas: TestRegion, _ who: TestRegion.Who = .admin) throws -> [String] {
        try maas.get("notifications/", as: who).list.compactMap { $0["ident"]?.string }
    }

    @Test func newerVersionsWarnOfWhatGoes() throws {
        let maas = try TestRegion()
        #expect(try idents(maas) == ["deprecation_MD6_admins"])
        #expect(try idents(maas, .user) == ["deprecation_MD6_users"])
        let message = try #require(try maas.get("notifications/1/").string("message"))
        #expect(
            message.hasPrefix("DHCP snippets are deprecated and will be removed in the next major release.<br>Please"))
        #expect(message.contains("href='https://maas.io/deprecations/MD6'>How to replace DHCP snippets...</a>"))
        #expect(try idents(TestRegion(version: .v3_5)).isEmpty)
        #expect(
            try TestRegion(version: .v3_8).get("notifications/2/").string("message")?.contains(
                "https://canonical.com/maas/deprecations/MD6") == true)
    }

    @Test func aDismissedWarningStaysAwayFromItsReader() throws {
        let maas = try TestRegion()
        #expect(try maas.post("notifications/2/", op: "dismiss").text == "null")
        #expect(try idents(maas).isEmpty)
        #expect(try maas.get("notifications/2/").status == 200)
        #expect(try maas.post("notifications/1/", op: "dismiss").status == 403)
        try maas.region.reset()
        #expect(try idents(maas) == ["deprecation_MD6_admins"])
    }

    @Test func whomItIsForDecidesWhoSeesIt() throws {
        let maas = try TestRegion()
        let made = try maas.post(
            "notifications/", ["message": "hi {who}", "context": #"{"who": 1}"#, "users": "true", "ident": "mine"])
        let id = try #require(try made.integer("id"))
        #expect(try made.value("context") == .object(["who": .integer(1)]))
        #expect(try idents(maas, .user).contains("mine"))
        #expect(try !idents(maas).contains("mine"))
        let changed = try maas.put("notifications/\(id)/", ["users": "false", "admins": "true"])
        #expect(try changed.value("dismissable") == .bool(false), "an update that does not say so makes it stay")
        #expect(try maas.get("notifications/\(id)/", as: .user).status == 403)
        let stuck = try maas.post("notifications/\(id)/", op: "dismiss")
        #expect(stuck.status == 500 && stuck.text == "Notification is not dismissable")
        #expect(try maas.delete("notifications/\(id)/").status == 204)
    }

    @Test(arguments: [
        Call("POST", "notifications/", 400, #"{"message": ["This field is required."]}"#),
        Call(
            "POST", "notifications/", ["message": "m", "context": "[]", "category": "zz", "user": "99"], 400,
            #"{"category": ["Select a valid choice. zz is not one of the available choices."], "user": ["Select a valid choice. That choice is not one of the available choices."], "context": ["Context is not a mapping."]}"#
        ),
        Call(
            "POST", "notifications/", ["message": "m", "context": "zz"], 400, #"{"context": ["Enter a valid JSON."]}"#),
        Call("POST", "notifications/", ["message": "{x}"], 400, #"{"__all__": ["Notification cannot be rendered."]}"#),
        Call(
            "POST", "notifications/", ["message": "m", "ident": "deprecation_MD6_users"], 400,
            #"{"ident": ["Notification with this Ident already exists."]}"#),
        Call("POST", "notifications/", ["message": "m"], as: .user, 403, "This method is reserved for admin users."),
    ])
    func refusals(_ call: Call) throws { try TestRegion().check(call) }

    @Test func theMainBranchTakesNamesOfUsers() throws {
        let maas = try TestRegion(version: .v4_0)
        let made = try maas.post("notifications/", ["message": "m", "user": "admin"])
        #expect(try made.string("user", "username") == "admin")
        #expect(
            try maas.post("notifications/", ["message": "m", "user": "nobody"]).text
                == #"{"user": ["Enter a valid user id or username."]}"#)
    }

    @Test(arguments: [
        ("plain", true), ("{a}", true), ("{a} {b}", false), ("{", false), ("}", false), ("{{}}", true), ("{}", false),
        ("{a!r:>5}", true), ("{a!x}", false), ("{a:>5d}", true), ("{a:s}", false), ("{t:>5}", true), ("{t:d}", false),
        ("{l[0]}", true), ("{l[3]}", false), ("{o[k]}", true), ("{o[z]}", false), ("{a:{a}}", true), ("{l:5}", false),
        ("{a.real}", false),
    ])
    func whatPythonCanRender(_ text: String, _ canRender: Bool) {
        let values: [String: JSONValue] = [
            "a": .integer(1), "t": .string("x"), "l": .array([.integer(1)]), "o": .object(["k": .null]),
        ]
        #expect(PythonFormat.canRender(text, values) == canRender)
    }
}
