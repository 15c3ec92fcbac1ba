import HTTPClient
import MAASClient

/// What a person can do about a target that does not answer as it should.
public enum Remedy {
    /// A hint to be put behind the error's own words; empty where there is none.
    /// - Parameter error: What a request to the target threw.
    public static func of(_ error: any Error) -> String {
        switch error {
        case HTTPClientError.tls, MAASError.unreachable(_, .tls): "; --ca-file names the authorities to trust"
        case let error as MAASError where error.status == 401:
            "; is this the key of that MAAS (--key, MAAS_APIKEY)?"
        default: ""
        }
    }
}
