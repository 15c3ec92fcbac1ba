import RegionTesting
import Testing

/// Addresses of names are read by a library, by the database and by the model, which know fewer spellings one after the
/// other.
@Suite struct AddressSpellingTests {
    @Test(arguments: [
        ("10.1", 500, "invalid input syntax for type inet: \"10.1\"\n"),
        ("0x10", 500, "invalid input syntax for type inet: \"0x10\"\n"),
        ("0x10.1.2.3", 500, "invalid input syntax for type inet: \"0x10.1.2.3\"\n"),
        ("10.1.1.1 10.1", 500, "invalid input syntax for type inet: \"10.1\"\n"),
        ("010.1.1.1", 400, "{\"ip\": [\"Enter a valid IPv4 or IPv6 address.\"]}"),
        ("10.1.1.256", 500, "failed to detect a valid IP address from '10.1.1.256'"),
        ("FE80:0::1", 200, ""),
    ])
    func addresses(_ text: String, _ status: Int, _ beginning: String) throws {
        let maas = try TestRegion()
        for form in [["fqdn": "a.maas", "ip_addresses": text], ["fqdn": "b.maas", "ip_addresses": text]]
            as [KeyValuePairs<String, String>]
        {
            let answer = try maas.post("dnsresources/", form)
            #expect(answer.status == status && answer.text.hasPrefix(beginning), "\(answer.text)")
        }
    }

    /// The database says where in MAAS's query the text stands.
    @Test func theQueryIsShown() throws {
        let answer = try TestRegion().post("dnsresources/", ["fqdn": "a.maas", "ip_addresses": "10.1"])
        let lines = answer.text.split(separator: "\n").map(String.init)
        #expect(lines[1] == "LINE 1: ...ddress\" WHERE \"maasserver_staticipaddress\".\"ip\" = '10.1'::in...")
        #expect(lines[2].firstIndex(of: "^") == lines[1].firstIndex(of: "'"))
    }

    /// An address that is there is found by any spelling of the database's.
    @Test func zerosFindWhatIsThere() throws {
        let maas = try TestRegion()
        #expect(try maas.post("dnsresources/", ["fqdn": "a.maas", "ip_addresses": "10.10.0.61"]).status == 200)
        let answer = try maas.post("dnsresources/", ["fqdn": "b.maas", "ip_addresses": "010.010.000.061"])
        #expect(try answer.string("ip_addresses", 0, "ip") == "10.10.0.61")
    }
}
