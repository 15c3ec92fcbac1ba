import Testing

@testable import Addresses

@Suite struct URIHostTests {
    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1", nil), ("10.0.0.1:8443", "10.0.0.1", "8443"), ("2001:db8::1", "2001:db8::1", nil),
        ("https://[2001:db8::1]:8443/x", "2001:db8::1", "8443"), ("https://[2001:db8::1]", "2001:db8::1", nil),
        ("qemu+ssh://root@10.0.0.1/system", "10.0.0.1", nil),
        ("qemu+ssh://virsh:p@h.example:22/system", "h.example", "22"),
        ("h:", "h", ""), ("http://h?x=1", "h", nil),
    ])
    func parts(_ text: String, _ name: String, _ port: String?) {
        let host = URIHost(text)
        #expect(host?.name == name)
        #expect(host?.port == port)
    }

    @Test(arguments: ["", "http://", ":", ":80", "https:///x"])
    func none(_ text: String) { #expect(URIHost(text) == nil) }

    @Test func namesAreNoAddresses() {
        #expect(URIHost("https://10.0.0.1:1")?.address == IPAddress("10.0.0.1"))
        #expect(URIHost("https://name:1")?.address == nil)
    }
}
