//! The office makes calls.

#[tokio::test]
async fn stub() {
    let _ = wiec_kit::testing::TestCongress::open(wiec_calls::routes).await;
}
