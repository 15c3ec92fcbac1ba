import RegionTesting
import Testing

/// Ids in paths: of any size, and what is no number.
@Suite struct IdentifierTests {
    private static let collections = [
        "account/prefs/sshkeys", "account/prefs/sslkeys", "boot-resources", "boot-sources", "notifications",
        "resourcepool", "vm-hosts", "pods",
    ]

    @Test(arguments: collections) func oneBeyond64BitsNamesNothing(collection: String) throws {
        for id in ["99999999999999999999", "-99999999999999999999", "9223372036854775807"] {
            let answer = try TestRegion().get("\(collection)/\(id)/")
            #expect(answer.status == 404, "\(collection)/\(id)/: \(answer.text)")
        }
    }

    @Test(arguments: ["account/prefs/sshkeys", "account/prefs/sslkeys", "notifications", "vm-hosts"])
    func whatIsNoNumberFailsAsItsLookupDoes(collection: String) throws {
        let maas = try TestRegion()
        let answer = try maas.get("\(collection)/1e3/")
        #expect(answer.status == 500)
        #expect(answer.text == "Field 'id' expected a number but got '1e3'.")
        #expect(try maas.get("\(collection)/%00/").text == "Field 'id' expected a number but got '\\x00'.")
    }

    @Test(arguments: ["users/%00/", "tags/%00/", "zones/%00/", "scripts/a%00", "files/%00/"])
    func namesWithANULFailInTheDatabase(path: String) throws {
        let answer = try TestRegion().get(path)
        #expect(answer.status == 500)
        #expect(answer.text == "A string literal cannot contain NUL (0x00) characters.")
    }

    @Test func eventsPageByNumbersOfAnySize() throws {
        let maas = try TestRegion()
        let path = "/MAAS/api/2.0/events/?op=query"
        let before = try maas.get("events/", query: ["op": "query", "before": "-9223372036854775808"])
        #expect(try before.string("next_uri") == path + "&after=-9223372036854775809")
        let after = try maas.get("events/", query: ["op": "query", "after": "99999999999999999999"])
        #expect(try after.string("prev_uri") == path + "&before=100000000000000000000")
        let limit = try maas.get("events/", query: ["op": "query", "limit": "99999999999999999999"])
        #expect(limit.text == "Requested number of events 99999999999999999999 is greater than limit: 1000")
        let repeated = try maas.get("events/", query: ["op": "query", "zone": "a", "zone": "b c", "limit": "5"])
        #expect(try repeated.string("next_uri") == path + "&zone=b+c&limit=5")
    }
}
