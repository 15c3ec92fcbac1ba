import RegionTesting
import Testing

/// `forward_dns_servers`, as a running MAAS 3.7.3 reads them.
@Suite struct ForwardServerTests {
    private static func answer(_ servers: String) throws -> Answer {
        try TestRegion().post(
            "domains/", ["name": "f.example", "authoritative": "false", "forward_dns_servers": servers])
    }

    @Test(arguments: [
        "8.8.8.8", "8.8.8.8:53", "8.8.8.8 1.1.1.1", "8.8.8.8,1.1.1.1:54", "2001:db8::1", "[2001:db8::1]:53",
    ])
    func taken(_ servers: String) throws { #expect(try Self.answer(servers).status == 200, "\(servers)") }

    @Test(arguments: [":", "zz", "8.8.8.300", "[::1]", "8.8.8.8 zz"])
    func refused(_ servers: String) throws {
        let answer = try Self.answer(servers)
        #expect(answer.status == 400, "\(servers)")
        #expect(answer.text.contains("Invalid IP and port combination: "), "\(servers)")
    }

    @Test(arguments: [
        ("", "string index out of range"), (" 8.8.8.8", "string index out of range"),
        ("8.8.8.8,", "string index out of range"), (", ", "string index out of range"),
        ("8.8.8.8:x", "Port could not be cast to integer value as 'x'"),
        ("8.8.8.8:99999", "Port out of range 0-65535"),
    ])
    func failsOn(_ servers: String, _ text: String) throws {
        let answer = try Self.answer(servers)
        #expect(answer.status == 500, "\(servers)")
        #expect(answer.text == text)
    }
}
