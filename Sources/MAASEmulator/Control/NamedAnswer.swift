import MAASAPI

/// Answers in MAAS's own words that a fault can give: what the key `failure` of a rule names.
///
/// They are neither the rules themselves (`AnswerFault`), which only spoil answers, nor what goes wrong in the emulated
/// world (`LifecycleFailure`).
enum NamedAnswer {
    static let all: [String: APIError] = [
        "no_rack_controller": APIError(.noRackController),
        "database_conflict": APIError(.collision),
        "unauthorized": .unauthorized,
        "forbidden": APIError(.forbidden()),
        "internal_error": APIError(
            .unexpected("current transaction is aborted, commands ignored until end of transaction block")),
        "vm_host_unreachable": APIError(
            .unavailable(
                "Unable to compose machine because: Failed talking to pod: Failed to connect to the hypervisor")),
        "rpc_timeout": APIError(504, "Unable to reach the rack controller: the call timed out."),
    ]
}
