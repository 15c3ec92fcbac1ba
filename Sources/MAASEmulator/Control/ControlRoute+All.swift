extension ControlRoute {
    /// The table of the control endpoints.
    static let all: [ControlRoute] = [
        .init("GET", "", "A page that shows the emulator's state to a person") { _ in ControlPage.response },
        .init("GET", "page/{name}", "A file of the page: style, scripts, icon") { try $0.readPageFile() },
        .init("GET", "health", "That it is up, its versions, and how much it holds") { try $0.health() },
        .init("POST", "reset", "Back to the inventory it started from") { try $0.reset() },
        .init("GET", "inventory", "The region as a fixture, with its secrets") { try $0.readInventory() },
        .init("GET", "snapshots", "List the snapshots") { try $0.listSnapshots() },
        .init("POST", "snapshots", "Take a snapshot; one of that name is replaced") { try $0.takeSnapshot() },
        .init("DELETE", "snapshots/{name}", "Forget a snapshot") { try $0.deleteSnapshot() },
        .init("POST", "snapshots/{name}/restore", "Make everything as it was") { try $0.restoreSnapshot() },
        .init("GET", "clock", "What time it is in the region, and what is still to happen") { try $0.readClock() },
        .init("POST", "clock", "Move region time, or change how it passes") { try $0.setClock() },
        .init("GET", "faults", "List the rules with their hits") { try $0.listFaults() },
        .init("POST", "faults", "Inject a fault into answers") { try $0.addFault() },
        .init("DELETE", "faults", "Take all rules away") { try $0.deleteFaults() },
        .init("GET", "faults/{id}", "Read a rule and its hits") { try $0.readFault() },
        .init("DELETE", "faults/{id}", "Take a rule away") { try $0.deleteFault() },
        .init("GET", "failures", "List the steps that shall fail") { try $0.listFailures() },
        .init("POST", "failures", "Let a step of a machine's life fail or stall") { try $0.addFailure() },
        .init("DELETE", "failures", "Forget all of them") { try $0.deleteFailures() },
        .init("DELETE", "failures/{id}", "Forget one of them") { try $0.deleteFailure() },
        .init("GET", "hardware", "List the hypervisors of the lab") { try $0.listHardware() },
        .init("POST", "hardware", "Make a hypervisor unreachable, slow, or well again") { try $0.changeHardware() },
        .init(
            "GET", "journal", "The latest requests, newest first",
            parameters: ["operation", "status", "path", "method", "user", "since", "limit", "summary"]
        ) { try $0.readJournal() },
        .init("GET", "journal/{id}", "One request and its answer") { try $0.readJournalEntry() },
        .init("DELETE", "journal", "Empty the journal") { try $0.clearJournal() },
        .init("GET", "events", "Requests and what happens to machines, as server-sent events") {
            try $0.streamEvents()
        },
        .init("GET", "machines", "A row of each machine, with what is due next") { try $0.listMachines() },
        .init("GET", "machines/{id}", "One machine: what it allows, its events, requests that touched it") {
            try $0.readMachine()
        },
        .init("POST", "machines/{id}/bmc", "Let a machine's BMC fail, be slow, ask for credentials, or be well") {
            try $0.changeBMC()
        },
        .init("GET", "addresses", "Who holds which address") { try $0.listAddresses() },
        .init("GET", "api", "Read MAAS's API as the administrator, unseen by journal and faults", parameters: ["path"])
        {
            try $0.readAPI()
        },
        .init("POST", "api", "Call MAAS's API as the administrator") { try $0.callAPI() },
        .init("GET", "keys", "The API keys of the region") { try $0.readKeys() },
        .init("GET", "coverage", "List every operation served") { Coverage($0.tenant.region.table).response },
        .init("GET", "sandboxes", "List the sandboxes") { try $0.listSandboxes() },
        .init("POST", "sandboxes", "Make another region in the same process") { try $0.makeSandbox() },
        .init("GET", "sandboxes/{id}", "Read the keys of a sandbox") { try $0.readSandbox() },
        .init("DELETE", "sandboxes/{id}", "Remove a sandbox") { try $0.deleteSandbox() },
    ]
}
