/// How a program ended, as its parent process sees it. The values from 64 on are those of `sysexits.h`.
public struct ExitCode: RawRepresentable, Sendable, Hashable {
    /// 0 to 255; the system keeps no more of it.
    public let rawValue: Int32

    /// A code that has no name here, such as 130 for what Ctrl-C ended.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Everything asked for was done.
    public static let success = ExitCode(rawValue: 0)
    /// The program worked and found a failure.
    public static let failure = ExitCode(rawValue: 1)
    /// The program could not do its work.
    public static let cannotWork = ExitCode(rawValue: 2)
    /// `EX_USAGE`: the command line was wrong.
    public static let usage = ExitCode(rawValue: 64)
    /// `EX_DATAERR`: a file that the user gave holds something wrong.
    public static let dataError = ExitCode(rawValue: 65)
    /// `EX_UNAVAILABLE`: something that is needed is not to be had, such as an address that is taken.
    public static let unavailable = ExitCode(rawValue: 69)
    /// `EX_IOERR`: reading or writing failed.
    public static let ioError = ExitCode(rawValue: 74)
}
