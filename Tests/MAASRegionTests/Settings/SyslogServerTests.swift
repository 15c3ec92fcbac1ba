import Testing

@testable import MAASRegion

/// How the server that logs go to is read.
@Suite struct SyslogServerTests {
    @Test(arguments: [
        ("logs.example", "logs.example:514"), ("Logs.Example:515", "logs.example:515"), ("host:", "host:514"),
        ("1.2.3.4:0", "1.2.3.4:514"), ("http://x.example:80/", "http:514"), ("10.0.0.0/8", "10.0.0.0:514"),
        ("::1", "[::1]:514"), ("[::1]:5", "[::1]:5"), ("me@host:7", "host:7"), ("a b", "a b:514"),
    ])
    func serversAreNormalized(text: String, kept: String) throws {
        #expect(try SyslogServer.normalized(text) == kept)
    }

    @Test(arguments: [
        ("a]b", "Invalid IPv6 URL"), ("host:70000", "Port out of range 0-65535"),
        ("host:abc", "Port could not be cast to integer value as 'abc'"),
        ("2001:DB8::1", "Port could not be cast to integer value as 'DB8::1'"),
        (":5", "':5' does not appear to be an IPv4 or IPv6 address"),
        ("[1.2.3.4]", "An IPv4 address cannot be in brackets"),
    ])
    func othersFailInTheParsersWords(text: String, message: String) throws {
        do {
            _ = try SyslogServer.normalized(text)
            Issue.record("\(text) is taken")
        } catch {
            #expect("\(error)".replacing("\\'", with: "'").contains(message))
        }
    }
}
