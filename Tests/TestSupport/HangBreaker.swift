import Testing

extension Trait where Self == TimeLimitTrait {
    /// Ends a test that would hang for ever. It is no bound on how long a test takes: on a busy machine tests wait for
    /// one another, and that counts too.
    public static var endsHangs: Self { .timeLimit(.minutes(15)) }
}
