/** An e-mail address in one piece as long as it fits; broken inside only where it is longer than its line. */
export const EmailText = ({ email }: { email: string | undefined }) => <bdi className="wrap-anywhere">{email}</bdi>;
