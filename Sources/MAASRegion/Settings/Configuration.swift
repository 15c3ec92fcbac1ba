import Formats
import SQLite

/// MAAS's configuration settings (MAAS: `forms/settings.py`, `models/config.py`).
package enum Configuration {
    /// What a setting's value must be, and the message for what it is not.
    package enum Kind: Sendable {
        case requiredText, flag, addresses, url, syslogServer, interval, kgKey, domain
        case text(maxLength: Int? = nil)
        /// Several words, of which a setting never gets any: it has one text, which is no list.
        case words
        case hosts(HostList.Kind)
        case integer(min: Int? = nil, max: Int? = nil)
        /// A port that MAAS does not use itself; `own` is the one it may keep.
        case port(own: Int?)
        /// Django's message for other words, and whether empty is refused.
        case choice([String], required: Bool = false)
        /// MAAS's message, which names the choices.
        case listed([String])
        /// A message of its own for other words.
        case restricted([String], message: String)
        /// Choices that follow from the boot resources: operating systems, releases of Ubuntu, kernels.
        case osystem, release, commissioningRelease, kernel
    }

    package struct Setting: Sendable {
        package let name: String
        package let kind: Kind
        package let standard: JSONValue
        package var versions: ClosedRange<MAASVersion> = .all
    }

    /// The settings of a version, in the order in which MAAS names them.
    package static func settings(_ version: MAASVersion) -> [Setting] { all.filter { $0.versions.contains(version) } }

    private static let byName = Dictionary(grouping: all, by: \.name)

    /// The present value; `nil` for a setting that the version does not have.
    package static func value(_ name: String, _ state: RegionState) throws -> JSONValue? {
        guard let setting = byName[name]?.first(where: { $0.versions.contains(state.version) }) else { return nil }
        if let stored: String = try state.db.scalar("SELECT value FROM config WHERE name = ?", name) {
            return try JSONValue(parsing: stored.utf8)
        }
        switch name {
        case "maas_name":
            return .string(try Node.regionName(state.db))
        case "default_distro_series", "commissioning_distro_series":
            return .string(state.version.standardRelease)
        default: return setting.standard
        }
    }

    /// The present value of a setting that is text; empty for none.
    package static func text(_ name: String, _ state: RegionState) throws -> String {
        try value(name, state)?.string ?? ""
    }

    /// Whether a switch is on.
    package static func flag(_ name: String, _ state: RegionState) throws -> Bool {
        try value(name, state) == .bool(true)
    }

    package static func set(_ name: String, _ value: JSONValue, _ state: RegionState) throws {
        try state.db.execute(
            "INSERT INTO config (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, value.text)
    }

    private static let all: [Setting] = [
        Setting(name: "maas_name", kind: .requiredText, standard: .null),
        Setting(name: "theme", kind: .text(), standard: .string("")),
        Setting(name: "kernel_opts", kind: .text(), standard: .null),
        Setting(name: "enable_http_proxy", kind: .flag, standard: .bool(true)),
        Setting(name: "maas_proxy_port", kind: .port(own: nil), standard: .integer(8000)),
        Setting(name: "use_peer_proxy", kind: .flag, standard: .bool(false)),
        Setting(name: "prefer_v4_proxy", kind: .flag, standard: .bool(false)),
        Setting(name: "http_proxy", kind: .url, standard: .null),
        Setting(name: "default_dns_ttl", kind: .integer(), standard: .integer(30)),
        Setting(name: "upstream_dns", kind: .addresses, standard: .null),
        Setting(name: "dnssec_validation", kind: .listed(["auto", "yes", "no"]), standard: .string("auto")),
        Setting(name: "maas_internal_domain", kind: .domain, standard: .string("maas-internal")),
        Setting(name: "dns_trusted_acl", kind: .hosts(.hostsAndNetworks), standard: .null),
        Setting(name: "ntp_servers", kind: .hosts(.hosts), standard: .string("ntp.ubuntu.com")),
        Setting(name: "ntp_external_only", kind: .flag, standard: .bool(false)),
        Setting(
            name: "allow_only_trusted_transfers", kind: .flag, standard: .bool(false), versions: .of(.trustedTransfers)),
        Setting(name: "remote_syslog", kind: .syslogServer, standard: .null),
        Setting(name: "maas_syslog_port", kind: .port(own: 5247), standard: .integer(5247)),
        Setting(name: "network_discovery", kind: .listed(["enabled", "disabled"]), standard: .string("enabled")),
        Setting(
            name: "active_discovery_interval",
            kind: .listed(["0", "604800", "86400", "43200", "21600", "10800", "3600", "1800", "600"]),
            standard: .integer(10800)),
        Setting(
            name: "default_boot_interface_link_type",
            kind: .choice(["auto", "dhcp", "static", "link_up"], required: true), standard: .string("auto"),
            versions: .of(.bootInterfaceLinkType)),
        Setting(name: "default_osystem", kind: .osystem, standard: .string("ubuntu")),
        Setting(name: "default_distro_series", kind: .release, standard: .null),
        Setting(name: "default_min_hwe_kernel", kind: .kernel, standard: .string("")),
        Setting(
            name: "enable_kernel_crash_dump", kind: .flag, standard: .bool(false), versions: .of(.kernelCrashDumps)),
        Setting(
            name: "default_storage_layout",
            kind: .choice(["bcache", "blank", "custom", "flat", "lvm", "vmfs6", "vmfs7"], required: true),
            standard: .string("flat")),
        Setting(name: "commissioning_distro_series", kind: .commissioningRelease, standard: .null),
        Setting(name: "enable_third_party_drivers", kind: .flag, standard: .bool(true)),
        Setting(name: "windows_kms_host", kind: .text(), standard: .null),
        Setting(name: "enable_disk_erasing_on_release", kind: .flag, standard: .bool(false)),
        Setting(name: "disk_erase_with_secure_erase", kind: .flag, standard: .bool(true)),
        Setting(name: "disk_erase_with_quick_erase", kind: .flag, standard: .bool(false)),
        Setting(name: "boot_images_auto_import", kind: .flag, standard: .bool(true)),
        Setting(name: "boot_images_no_proxy", kind: .flag, standard: .bool(false)),
        Setting(name: "curtin_verbose", kind: .flag, standard: .bool(true)),
        Setting(name: "force_v1_network_yaml", kind: .flag, standard: .bool(false)),
        Setting(name: "enable_analytics", kind: .flag, standard: .bool(true)),
        Setting(name: "completed_intro", kind: .flag, standard: .bool(false)),
        Setting(name: "max_node_commissioning_results", kind: .integer(min: 1), standard: .integer(10)),
        Setting(name: "max_node_testing_results", kind: .integer(min: 1), standard: .integer(10)),
        Setting(name: "max_node_installation_results", kind: .integer(min: 1), standard: .integer(3)),
        Setting(
            name: "max_node_release_results", kind: .integer(min: 1), standard: .integer(3),
            versions: .of(.releaseScripts)),
        Setting(name: "subnet_ip_exhaustion_threshold_count", kind: .integer(min: 1), standard: .integer(16)),
        Setting(name: "release_notifications", kind: .flag, standard: .bool(true)),
        Setting(name: "use_rack_proxy", kind: .flag, standard: .bool(true)),
        Setting(name: "node_timeout", kind: .integer(min: 1), standard: .integer(30)),
        Setting(name: "prometheus_enabled", kind: .flag, standard: .bool(false)),
        Setting(name: "prometheus_push_gateway", kind: .text(), standard: .null),
        Setting(name: "prometheus_push_interval", kind: .integer(), standard: .integer(60)),
        Setting(name: "promtail_enabled", kind: .flag, standard: .bool(false)),
        Setting(name: "promtail_port", kind: .integer(), standard: .integer(5238)),
        Setting(name: "enlist_commissioning", kind: .flag, standard: .bool(true)),
        Setting(name: "maas_auto_ipmi_user", kind: .text(maxLength: 20), standard: .string("maas")),
        Setting(
            name: "maas_auto_ipmi_user_privilege_level",
            kind: .restricted(["USER", "OPERATOR", "ADMIN"], message: "Valid choices are ADMIN, OPERATOR, or USER"),
            standard: .string("ADMIN")),
        Setting(name: "maas_auto_ipmi_k_g_bmc_key", kind: .kgKey, standard: .string("")),
        Setting(
            name: "maas_auto_ipmi_cipher_suite_id",
            kind: .restricted(["17", "3", "8", "12"], message: "Valid choices are 17,3,,8,12"), standard: .string("3")),
        Setting(name: "maas_auto_ipmi_workaround_flags", kind: .words, standard: .null),
        Setting(name: "vcenter_server", kind: .text(), standard: .string("")),
        Setting(name: "vcenter_username", kind: .text(), standard: .string("")),
        Setting(name: "vcenter_password", kind: .text(), standard: .string("")),
        Setting(name: "vcenter_datacenter", kind: .text(), standard: .string("")),
        Setting(name: "hardware_sync_interval", kind: .interval, standard: .string("15m")),
        Setting(name: "tls_cert_expiration_notification_enabled", kind: .flag, standard: .bool(false)),
        Setting(
            name: "tls_cert_expiration_notification_interval", kind: .integer(min: 1, max: 90), standard: .integer(30)),
        Setting(name: "session_length", kind: .integer(min: 10, max: 1_209_600), standard: .integer(1_209_600)),
        Setting(name: "auto_vlan_creation", kind: .flag, standard: .bool(true)),
    ]
}
