import Foundation

/// Why a file that the user named could not be read or written, in the system's words.
public struct FileProblem: Error, CustomStringConvertible {
    /// In a few words, such as `No such file or directory`.
    public let description: String

    /// - Parameter error: What Foundation threw. The system's own error lies beneath it, or is named by a code of
    ///   Cocoa's.
    public init(_ error: any Error) {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        switch (cause.domain, CocoaError.Code(rawValue: error.code)) {
        case (NSPOSIXErrorDomain, _): description = String(cString: strerror(Int32(cause.code)))
        case (_, .fileNoSuchFile), (_, .fileReadNoSuchFile): description = String(cString: strerror(ENOENT))
        case (_, .fileReadNoPermission), (_, .fileWriteNoPermission): description = String(cString: strerror(EACCES))
        case (_, .fileReadInapplicableStringEncoding): description = "not UTF-8"
        default: description = "\(error.domain) \(error.code)"
        }
    }
}
