/// A way to switch a machine's power, with the parameters it takes (`provisioningserver/drivers/power`).
struct PowerDriver: Sendable {
    struct Parameter: Sendable {
        let name: String
        let isRequired: Bool
        /// What it is when it is not given.
        let standard: JSONValue
        /// True for what belongs to one machine, not to its BMC.
        let isOfNode: Bool
    }

    let name: String
    let parameters: [Parameter]

    /// `*` after a name: required; `@`: of the machine.
    private init(_ name: String, _ names: String, defaults: [String: JSONValue] = [:]) {
        self.name = name
        parameters = names.split(separator: " ").map { word in
            let plain = String(word.filter { $0 != "*" && $0 != "@" })
            return Parameter(
                name: plain, isRequired: word.contains("*"), standard: defaults[plain] ?? .string(""),
                isOfNode: word.contains("@"))
        }
    }

    /// Whether MAAS can ask for the power state, and switch it.
    var isControllable: Bool { name != "manual" }

    /// The driver as a version has it: IPMI has learnt `power_off_mode` with 3.5.
    static func named(_ name: String, in version: MAASVersion) -> PowerDriver? {
        guard let driver = all.first(where: { $0.name == name }) else { return nil }
        return version < .v3_5 ? driver.without("power_off_mode") : driver
    }

    private func without(_ parameter: String) -> PowerDriver {
        PowerDriver(name: name, parameters: parameters.filter { $0.name != parameter })
    }

    private init(name: String, parameters: [Parameter]) {
        self.name = name
        self.parameters = parameters
    }

    static let all: [PowerDriver] = [
        PowerDriver("amt", "power_pass power_address*"),
        PowerDriver(
            "apc", "power_address* node_outlet*@ power_on_delay pdu_type",
            defaults: ["power_on_delay": .string("5"), "pdu_type": .string("RPDU")]),
        PowerDriver("dli", "outlet_id*@ power_address* power_user power_pass"),
        PowerDriver("eaton", "power_address* node_outlet*@ power_on_delay", defaults: ["power_on_delay": .string("5")]),
        PowerDriver("hmc", "power_address* power_user power_pass server_name*@ lpar*@"),
        PowerDriver(
            "hmcz", "power_address* power_user* power_pass* power_partition_name*@ power_verify_ssl",
            defaults: ["power_verify_ssl": .string("n")]),
        PowerDriver(
            "ipmi",
            "power_driver power_boot_type power_address* power_user power_pass k_g cipher_suite_id privilege_level "
                + "workaround_flags mac_address@ power_off_mode",
            defaults: [
                "power_driver": .string("LAN_2_0"), "power_boot_type": .string("auto"),
                "cipher_suite_id": .string("3"), "privilege_level": .string("OPERATOR"),
                "workaround_flags": .array([.string("opensesspriv")]), "power_off_mode": .string("hard"),
            ]),
        PowerDriver(
            "lxd", "power_address* project* instance_name*@ password certificate key",
            defaults: ["project": .string("default")]),
        PowerDriver("manual", ""),
        PowerDriver("moonshot", "power_address* power_user power_pass power_hwaddress*@"),
        PowerDriver("mscm", "power_address* power_user power_pass node_id*@"),
        PowerDriver("msftocs", "power_address* power_port power_user power_pass blade_id*@"),
        PowerDriver("nova", "nova_id*@ os_tenantname* os_username* os_password* os_authurl*"),
        PowerDriver("openbmc", "power_address* power_user* power_pass*"),
        PowerDriver(
            "proxmox",
            "power_address* power_user* power_pass power_token_name power_token_secret power_vm_name*@ power_verify_ssl",
            defaults: ["power_verify_ssl": .string("n")]),
        PowerDriver(
            "raritan", "power_address* node_outlet*@ power_on_delay", defaults: ["power_on_delay": .string("5")]),
        PowerDriver("recs_box", "node_id*@ power_address* power_port power_user power_pass"),
        PowerDriver("redfish", "power_address* power_user* power_pass* node_id@"),
        PowerDriver(
            "sm15k", "system_id*@ power_address* power_user power_pass power_control",
            defaults: ["power_control": .string("ipmi")]),
        PowerDriver("ucsm", "uuid*@ power_address* power_user power_pass"),
        PowerDriver("virsh", "power_address* power_pass power_id*@"),
        PowerDriver(
            "vmware", "power_vm_name@ power_uuid@ power_address* power_user* power_pass* power_port power_protocol"),
        PowerDriver(
            "webhook",
            "power_on_uri* power_on_regex power_off_uri* power_off_regex power_query_uri* power_user power_pass "
                + "power_token power_verify_ssl",
            defaults: [
                "power_on_regex": .string(#"status.*\:.*running"#), "power_off_regex": .string(#"status.*\:.*stopped"#),
                "power_verify_ssl": .string("n"),
            ]),
        PowerDriver("wedge", "power_address* power_user power_pass"),
    ]
}
