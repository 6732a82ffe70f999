use super::{WENT, bea_joins, noted, read};
use crate::each;

#[tokio::test]
async fn a_note_is_brought_and_taken_back_and_talked_about() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("bring", "yes")]).await;
        assert_eq!(read(&mut sam, &note).await["note"]["brought"], true, "{}", told.name);
        assert_eq!(sam.post(&format!("/notes/{note}/bring"), &[]).await.status, 409);
        bea_joins(&told, &mut sam).await;
        let mut bea = told.signed_in("bea").await;
        bea.done(&format!("/notes/{note}/talked"), &[]).await.unwrap();
        assert_eq!(read(&mut sam, &note).await["note"]["brought"], false, "{}", told.name);
        sam.done(&format!("/notes/{note}/bring"), &[]).await.unwrap();
        sam.done(&format!("/notes/{note}/take-back"), &[]).await.unwrap();
        assert_eq!(sam.post(&format!("/notes/{note}/take-back"), &[]).await.status, 409);
        for (who, status) in [("jo", 403), ("rosa", 403), ("ines", 404), ("mo", 404)] {
            let seen = told.post(who, &format!("/notes/{note}/bring"), &[]).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
    }
}
