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
        ("hardware_sync_interval", "30m 5s ", #""30m 5s ""#), ("maas_auto_ipmi_workaround_flags", "", "[]"),
        ("maas_auto_ipmi_cipher_suite_id", "", #""""#),
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
        ("maas_auto_ipmi_workaround_flags", "opensesspriv", "Enter a list of values."),
        ("maas_auto_ipmi_cipher_suite_id", " ", "Valid choices are 17,3,,8,12"),
        (
            "maas_auto_ipmi_user", "a name of 21 letters.",
            "Ensure this value has at most 20 characters (it has 21)."
        ),
        (
            "hardware_sync_interval", "",
            "'' is not a valid interval. Only 'h|hr|hour|hours, m|min|minute|minutes.s|sec|second|seconds' are valid units"
        ),
        ("upstream_dns", "\0", "Invalid IP address: \0; provide a list of space-separated IP addresses"),
    ])
    func othersAreRefused(name: String, value: String, message: String) throws {
        let answer = try TestRegion().post("maas/", op: "set_config", ["name": name, "value": value])
        #expect(answer.status == 400)
        #expect(try answer.value(name).strings == [message])
    }

    /// What a field's own validator objects to stands before what no text may hold.
    @Test func validatorsSpeakBeforeTheRuleAboutNUL() throws {
        let answer = try TestRegion().post("maas/", op: "set_config", ["name": "maas_internal_domain", "value": "\0"])
        #expect(
            try answer.value("maas_internal_domain").strings
                == ["Invalid domain name: \0.", "Null characters are not allowed."])
    }

    @Test func aSettingHasAName() throws {
        let answer = try TestRegion().post("maas/", op: "set_config", ["name": "", "value": "x"])
        #expect(answer.status == 400)
        #expect(answer.text == "Invalid name: Please enter a value")
    }

    /// The host that activates Windows stands in the names of each domain, those that come later too.
    @Test func theActivationHostIsAName() throws {
        let maas = try TestRegion()
        func records() throws -> [String?] {
            try maas.get("dnsresourcerecords/").json.elements.map { $0["rrdata"]?.string }
        }
        try maas.post("maas/", op: "set_config", ["name": "windows_kms_host", "value": "kms.example"])
        #expect(try records() == ["0 0 1688 kms.example."])
        try maas.post("domains/", op: nil, ["name": "other.example"])
        try maas.post("maas/", op: "set_config", ["name": "windows_kms_host", "value": "new.example."])
        #expect(try records() == ["0 0 1688 new.example.", "0 0 1688 new.example."])
        let refused = try maas.post("maas/", op: "set_config", ["name": "windows_kms_host", "value": "10.0.0.0/8"])
        #expect(refused.status == 400)
        #expect(refused.text == "Domain name contains invalid characters.")
        #expect(try records().count == 2, "a refusal changes nothing")
        try maas.post("maas/", op: "set_config", ["name": "windows_kms_host", "value": ""])
        #expect(try records().isEmpty)
    }
}
