import RegionTesting
import Testing

@testable import Formats

/// What settings take, and what they make of it.
@Suite struct SettingValueTests {
    @Test(arguments: [
        ("ntp_servers", "10.0.0.1,  ntp.example", #""10.0.0.1 ntp.example""#),
        ("dns_trusted_acl", "10.0.0.0/8 host", #""10.0.0.0/8 host""#),
        ("http_proxy", "10.0.0.1", #""http://10.0.0.1""#),
        ("active_discovery_interval", "600", #""600""#), ("remote_syslog", "logs.example", #""logs.example:514""#),
        ("maas_internal_domain", "internal.example.", #""internal.example.""#),
    ])
    func valuesAreKept(name: String, value: String, kept: String) throws {
        let maas = try TestRegion()
        #expect(try maas.post("maas/", op: "set_config", ["name": name, "value": value]).status == 200)
        #expect(try maas.get("maas/", query: ["op": "get_config", "name": name]).text == kept)
    }

    @Test(arguments: [
        ("ntp_servers", "-1", "Invalid hostname: Label cannot start or end with hyphen: '-1'."),
        ("ntp_servers", "host.example:99", "Failed to detect a valid IP address from 'host.example:99'."),
        (
            "ntp_servers", "http://x",
            "IPAddress() does not support netmasks or subnet prefixes! See documentation for details."
        ),
        ("dns_trusted_acl", "[]", "Invalid hostname: Label contains disallowed characters: '[]'."),
        ("maas_internal_domain", "a b", "Invalid domain name: a b."),
        ("maas_proxy_port", "  ", "Enter a whole number."),
        (
            "network_discovery", " auto ",
            "' auto ' is not a valid network_discovery.  It should be one of: 'enabled', 'disabled'."
        ),
        ("default_osystem", "  ", "'  ' is not a valid osystem.  It should be one of: 'ubuntu'."),
        (
            "default_boot_interface_link_type", " auto ",
            "Select a valid choice.  auto  is not one of the available choices."
        ),
    ])
    func othersAreRefused(name: String, value: String, message: String) throws {
        let answer = try TestRegion().post("maas/", op: "set_config", ["name": name, "value": value])
        #expect(answer.status == 400)
        #expect(try answer.value(name).strings == [message])
    }
}
