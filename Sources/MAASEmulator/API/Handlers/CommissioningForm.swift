/// The fields that a commissioning run or a test can be started with.
enum CommissioningForm {
    /// MAAS's own scripts and the tags that stand for groups of them.
    private static let testing: Set = [
        "none", "commissioning", "cpu", "memory", "storage", "network", "internet", "node", "destructive", "stress",
        "smartctl-validate", "smartctl-short", "smartctl-long", "smartctl-conveyance", "stress-ng-cpu-short",
        "stress-ng-cpu-long", "stress-ng-memory-short", "stress-ng-memory-long", "memtester", "fio", "badblocks",
        "badblocks-destructive", "7z", "internet-connectivity", "gateway-connectivity",
        "rack-controller-connectivity", "ntp", "network-validation",
    ]
    private static let commissioning: Set = [
        "none", "commissioning", "node", "configure_hba", "update_firmware", "bmc-config", "30-maas-01-bmc-config",
        "20-maas-01-install-lldpd", "20-maas-02-dhcp-unconfigured-ifaces", "20-maas-03-machine-resources",
        "maas-capture-lldpd", "maas-get-fruid-api-data", "maas-kernel-cmdline", "maas-list-modaliases", "maas-lshw",
        "maas-serial-ports", "maas-support-info", "50-maas-01-commissioning",
    ]

    private static let release: Set = ["none", "release", "wipe-disks"]

    static func read(_ form: inout Form) -> CommissioningOptions {
        var options = CommissioningOptions()
        options.enableSSH = form.checkbox("enable_ssh").value ?? false
        options.skipNetworking = form.checkbox("skip_networking").value ?? false
        options.skipStorage = form.checkbox("skip_storage").value ?? false
        checkScripts("commissioning_scripts", &form)
        checkScripts("testing_scripts", &form)
        options.tests = form.parameters["testing_scripts"]?.strippedOfBlanks.lowercased() != "none"
        return options
    }

    /// Refuses names of scripts that do not exist.
    static func checkScripts(_ field: String, _ form: inout Form) {
        guard let names = form.commaList(field).value else { return }
        let known =
            switch field {
            case "testing_scripts": testing
            case "scripts": release
            default: commissioning
            }
        if let wrong = names.first(where: { !known.contains($0) }) {
            form.add(field, "Select a valid choice. \(wrong) is not one of the available choices.")
        }
    }
}
