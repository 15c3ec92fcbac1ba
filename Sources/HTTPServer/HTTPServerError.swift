import FoundationEssentials

/// Why a server did not start.
public enum HTTPServerError: Error, CustomStringConvertible {
    /// It cannot be parsed, or no interface of this machine has it.
    case badAddress(String)
    /// Another process listens there.
    case addressInUse(String)
    /// Whatever else the system or libmicrohttpd refused, in words.
    case cannotStart(String)

    /// What happened, with the address it happened to.
    public var description: String {
        switch self {
        case .badAddress(let address): "\(address) is not an address to listen on"
        case .addressInUse(let address): "\(address) is already in use"
        case .cannotStart(let reason): reason
        }
    }
}

extension HTTPServerError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
